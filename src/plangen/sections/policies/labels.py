"""Words of the policies section."""

TITLE = {"zh": "规章制度", "en": "Policies"}
ORDER = 90
FIRST = False
FIELDS = {
    "exception": ("例外审批人", "who allows exceptions"),
    "kind": ("类别", "kind"),
    "number": ("条号", "number"),
    "rules": ("规定", "rules"),
    "scope": ("适用岗位", "applies to"),
    "valid_from": ("生效日期", "valid from"),
}
CHOICES = {"authority": ("权限", "authority"), "duty": ("规定", "rules")}
MEASURES = {
    "groups": ("组数", "number of groups"),
    "limit-unset": ("限额待定的条数", "rules whose limit is not set"),
    "limited": ("有限额的条数", "rules with a limit"),
    "rules": ("条数", "number of rules"),
}
