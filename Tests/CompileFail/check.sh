#!/usr/bin/env bash
# Proves by the compiler which orders exist in which state (F06 to F08, F26): the snippets marked with an error fail with that
# message, on exactly those lines, and the others compile.
set -euo pipefail
cd "$(dirname "$0")"
modules="$(swift build --show-bin-path --package-path ../..)/Modules"
[ -d "$modules" ] || swift build --package-path ../..
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
check() { swiftc -typecheck -swift-version 6 -module-name Snippets -diagnostic-style llvm -I "$modules" Given.swift GivenAccount.swift "$@"; }

check LegalOrders.swift LegalAccountOrders.swift
for snippets in IllegalOrders.swift IllegalValues.swift IllegalAccountOrders.swift; do
  if check "$snippets" > "$out/log" 2>&1; then
    echo "$snippets compiles"
    exit 1
  fi
  # What is expected: the line and the text after "// error:"; what is found: the line and the whole message.
  awk -F '// error: ' -v file="$snippets" 'NF > 1 { print file ":" FNR "\t" $2 }' "$snippets" > "$out/expected"
  sed -nE 's|^.*/?(Illegal[A-Za-z]*\.swift:[0-9]+):[0-9]+: error: (.*)$|\1\t\2|p' "$out/log" | sort -u > "$out/found"
  awk -F '\t' -v file="$snippets" '
    NR == FNR { expected[$1] = $2; next }
    !($1 in expected) { print $1 ": unexpected error: " $2; bad = 1; next }
    index($2, expected[$1]) > 0 { seen[$1] = 1 }
    END {
      for (line in expected) if (!(line in seen)) { print line ": does not fail so: " expected[line]; bad = 1 }
      exit bad
    }' "$out/expected" "$out/found"
  echo "$snippets: $(wc -l < "$out/expected") lines fail as they must"
done

# Nine states by twenty orders: no pair is forgotten.
pairs=$(cat LegalOrders.swift IllegalOrders.swift | grep -c ' demarche\.')
[ "$pairs" -eq 180 ] || { echo "$pairs pairs of state and order instead of 180"; exit 1; }
# Five states of an account by thirteen orders.
pairs=$(cat LegalAccountOrders.swift IllegalAccountOrders.swift | grep -c ' account\.')
[ "$pairs" -eq 65 ] || { echo "$pairs pairs of state and order of an account instead of 65"; exit 1; }
