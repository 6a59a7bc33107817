#!/bin/sh
# Makes SonaeFallback-Regular.otf: the characters of names that BIZ UDGothic
# lacks, cut out of Noto Sans CJK JP. Run it only to renew the font; the result
# is committed, so a build needs neither fontTools nor Noto.
#
# Needs (Debian): fonttools, fonts-noto-cjk.
# OFL 1.1 asks for another name when a font was changed: "Sonae Fallback".
set -eu
cd "$(dirname "$0")"
noto=${1:-/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc}
python=${PYTHON:-/usr/bin/python3}

wanted=$(mktemp)
trap 'rm -f "$wanted"' EXIT

"$python" - "$noto" "$wanted" <<'PY'
import sys
from fontTools.ttLib import TTCollection, TTFont
noto, wanted = sys.argv[1:]
have = set(TTFont("BIZUDGothic-Regular.ttf").getBestCmap())
japanese = TTCollection(noto)[0]  # index 0 is the Japanese face
ranges = [
    (0x26A0, 0x26A0),    # warning sign
    (0x2F00, 0x2FD5),    # Kangxi radicals, which come in with text copied from a PDF
    (0x3400, 0x4DBF),    # extension A
    (0x4E00, 0x9FFF),    # unified ideographs
    (0x20000, 0x2A6DF),  # extension B: 𠮷 and others of its kind
]
lacking = [c for c in sorted(japanese.getBestCmap())
           if c not in have and any(a <= c <= b for a, b in ranges)]
open(wanted, "w").write("\n".join(f"U+{c:04X}" for c in lacking) + "\n")
print(len(lacking), "characters")
PY

pyftsubset "$noto" --font-number=0 --unicodes-file="$wanted" \
  --layout-features='' --drop-tables+=VORG,vhea,vmtx,BASE,GDEF,GPOS,GSUB,DSIG \
  --no-hinting --notdef-outline --name-IDs='*' --name-languages='*' \
  --output-file=SonaeFallback-Regular.otf

"$python" - <<'PY'
from fontTools.ttLib import TTFont
path = "SonaeFallback-Regular.otf"
font = TTFont(path, recalcTimestamp=False)
names = {
    1: "Sonae Fallback", 2: "Regular", 3: "SonaeFallback-Regular;1.000",
    4: "Sonae Fallback Regular", 5: "Version 1.000", 6: "SonaeFallback-Regular",
}
for record in list(font["name"].names):
    # Kept: copyright (0), makers (8 to 12) and licence (13, 14). The trademark (7) is not ours.
    if record.nameID in names or record.nameID == 7 or record.nameID > 14:
        font["name"].names.remove(record)
for number, text in names.items():
    font["name"].setName(text, number, 3, 1, 0x409)
cff = font["CFF "].cff
cff.fontNames = ["SonaeFallback-Regular"]
top = cff.topDictIndex[0]
top.FullName, top.FamilyName = "Sonae Fallback Regular", "Sonae Fallback"
font.save(path)
PY
ls -l SonaeFallback-Regular.otf
