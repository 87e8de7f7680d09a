"""Build the bundled sample, its clean twin and the key; the same bytes every time.

The PDF needs the fonts of Debian's fonts-arphic-gbsn00lp and fonts-wqy-microhei; pages come from it, so without the
fonts nothing is written. Run from the root of the repository: python scripts/build_sample.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from assistant.specimens import docx_writer, outline, pdf_writer, sample, slips


def main() -> int:
    """Write the files; return 2 where a font is missing."""
    if missing := pdf_writer.missing_fonts():
        print(f"build_sample: missing fonts: {', '.join(missing)}", file=sys.stderr)
        return 2
    clean, ledger = outline.write(sample.SEED)
    planted, key = slips.plant(clean, ledger, sample.PLANTED, sample.SEED, "sample")
    pages = {}
    for name, report in (("sample", planted), ("clean", clean)):
        pdf, pages[name] = pdf_writer.to_pdf(report)
        sample.data_path(f"{name}.pdf").write_bytes(pdf)
        sample.data_path(f"{name}.docx").write_bytes(docx_writer.to_docx(report, pages[name]))
    for file, content in (("sample.key.json", key.as_json()), ("pages.json", pages)):
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        sample.data_path(file).write_text(text, "utf-8")
    print(f"{len(key.planted)} errors of {len(sample.PLANTED)} kinds planted, {len(key.decoys)} decoys")
    return 0


if __name__ == "__main__":
    sys.exit(main())
