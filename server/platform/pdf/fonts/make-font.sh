#!/bin/sh
# Makes noto-sans-sc.otf anew. Needs Debian's fonts-noto-cjk and fonttools (pyftsubset); the shop itself needs neither.
# Kept: Latin, punctuation and signs, and every Chinese character the font has, rare ones of names among them. Left out:
# hinting and the tables for vertical and alternative forms, which paper of ours does not use. Outlines are written out
# (--desubroutinize), else every PDF carries the table of all shared strokes: 42 KB and 13 ms each.
set -e
cd "$(dirname "$0")"
source=${1:-/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc}
signs=U+0020-007E,U+00A0-017F,U+01CD-01DC,U+02C9-02D9,U+2000-206F,U+20AC,U+2103,U+2116,U+2150-218F,U+2190-2193
signs=$signs,U+2200-22FF,U+2460-24FF,U+2500-257F,U+25A0-25FF,U+2605-2606,U+2713,U+2717,U+3000-303F,U+30FB,U+FF00-FFEF
characters=U+3400-4DBF,U+4E00-9FFF,U+20000-323AF
# Number 2 of the collection draws characters as simplified Chinese does.
pyftsubset "$source" --font-number=2 --unicodes="$signs,$characters" --no-hinting --layout-features= --notdef-outline \
  --desubroutinize --drop-tables+=GSUB,GPOS,BASE,vhea,vmtx,VORG --name-IDs=0,1,2,3,4,5,6,13,14 --output-file=noto-sans-sc.otf
