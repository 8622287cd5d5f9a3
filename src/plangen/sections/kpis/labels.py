"""Words of the KPI section."""

TITLE = {"zh": "指标口径与预警", "en": "KPIs and alerts"}
ORDER = 78
FIRST = False
FIELDS = {
    "alarm": ("报警线", "alarm line"),
    "data": ("数据出处", "where its numbers come from"),
    "definition": ("口径", "definition"),
    "drivers": ("驱动指标", "drivers"),
    "formula": ("算式", "formula"),
    "response": ("应对办法", "response"),
    "warn": ("预警线", "warning line"),
    "within": ("处理时限", "time limit"),
}
CHOICES = {"higher": ("越高越好", "higher is better"), "lower": ("越低越好", "lower is better")}
MEASURES = {
    "alarm": ("报警线", "alarm line"),
    "alarms": ("报警的指标", "KPIs in alarm"),
    "beyond-alarm": ("越过报警线", "beyond the alarm line"),
    "beyond-warn": ("越过预警线", "beyond the warning line"),
    "crossed": ("越过预警线或报警线的指标", "KPIs beyond a line"),
    "kpis": ("指标项数", "KPIs"),
    "measured": ("有数的指标", "KPIs with a value"),
    "value": ("数值", "value"),
    "warn": ("预警线", "warning line"),
    "warnings": ("预警的指标", "KPIs in warning"),
    "within": ("处理时限", "time limit"),
}
