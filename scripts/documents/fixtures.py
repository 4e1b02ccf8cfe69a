#!/usr/bin/env python3
"""Writes fixtures/documents: fixtures/articles/depeche.txt as a PDF of two columns and two pages, and as a DOCX. Needs soffice."""
import pathlib
import re
import tempfile

from make import ROOT, fodt, soffice

text = (ROOT / "fixtures/articles/depeche.txt").read_text(encoding="utf-8")
title, *body = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip()]
out = ROOT / "fixtures/documents"
source = pathlib.Path(tempfile.mkdtemp()) / "depeche.fodt"
source.write_text(fodt(title, body, 2, False).replace("10.5pt", "19pt"), encoding="utf-8")
for kind in ["pdf", "docx"]:
    soffice(source, kind, out)
