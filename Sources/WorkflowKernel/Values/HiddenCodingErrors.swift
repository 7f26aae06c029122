/// In the place of an error that quotes the value: it says where, not what.
extension DecodingError {
  static func hidden(in decoder: any Decoder) -> DecodingError {
    .dataCorrupted(Context(codingPath: decoder.codingPath, debugDescription: "unreadable; its content is not shown"))
  }
}

extension EncodingError {
  static func hidden(in encoder: any Encoder) -> EncodingError {
    .invalidValue(
      "<hidden>", Context(codingPath: encoder.codingPath, debugDescription: "unwritable; its content is not shown"))
  }
}
