"""Words of the register."""

TITLE = {"zh": "台账", "en": "Register"}
ORDER = 115
FIRST = False
FIELDS = {
    "cells": ("表格文件", "CSV file"),
    "chart": ("图", "chart"),
    "choices": ("选项", "choices"),
    "columns": ("列", "columns"),
    "formula": ("公式", "formula"),
    "of": ("画哪一列", "column drawn"),
    "required": ("必填", "required"),
    "rows": ("行", "rows"),
    "stated": ("原文合计", "total as stated"),
    "total": ("合计方式", "total"),
    "type": ("类型", "type"),
    "unique": ("不许重复", "no two alike"),
    "unit": ("单位", "unit"),
}
CHOICES = {
    "bar": ("条形图", "bars"),
    "choice": ("选项", "choice"),
    "count": ("计数", "count"),
    "date": ("日期", "date"),
    "link": ("引用", "link"),
    "number": ("数字", "number"),
    "quantity": ("带单位的数", "quantity"),
    "role": ("岗位", "role"),
    "share": ("比例", "share"),
    "text": ("文字", "text"),
}
MEASURES = {
    "registers": ("台账张数", "registers"),
    "rows": ("行数", "rows"),
}
