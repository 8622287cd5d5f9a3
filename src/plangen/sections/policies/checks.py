"""Checks of policies: announced and listed, doubles, authorities without limits, exceptions that one allows oneself."""

from collections.abc import Iterator

from plangen.compute import PlanScope
from plangen.findings import Finding, Level, check
from plangen.sections.policies.model import Group, Policies, Policy
from plangen.sections.tallies import fits
from plangen.values import write_quantity


@check(
    "POL101",
    Level.ERROR,
    takes="policies",
    zh="“{name}”宣布有 {announced}，列出 {listed} 条",
    en="“{name}” announces {announced} and lists {listed}",
    fix_zh="补上缺的那条，或改 stated",
    fix_en="add the rule that is missing, or correct stated",
)
def announced_rules_are_listed(section: Policies, scope: PlanScope) -> Iterator[Finding]:
    """A group has as many rules as the paper announces.

    Why: a rule that was announced and got lost binds nobody.
    Bad:
        # policies.yml
        conduct: {name: 管理制度, stated: {rules: 2条}, rules: {obey: {text: 服从区域经理的决定}}}
    Good:
        # policies.yml
        conduct: {name: 管理制度, stated: {rules: 1条}, rules: {obey: {text: 服从区域经理的决定}}}
    """
    for group in section.items.values():
        announced, address = group.stated.rules if group.stated else None, group.address("rules")
        if group.stated is not None and announced is not None and not fits(announced, scope.quantity(address), scope):
            said = write_quantity(announced, language=scope.language)
            args = {"name": group.name, "announced": said, "listed": len(group.rules)}
            yield Finding("POL101", group.stated.span("rules"), args, scope.year, address, (address,))


@check(
    "POL102",
    Level.WARNING,
    takes="policies",
    zh="条号 {number} 在“{group}”里用了 {count} 次",
    en="the number {number} stands {count} times in “{group}”",
    fix_zh="给后面几条改号，或删去 number 按顺序排",
    fix_en="renumber the later ones, or leave number out: the order counts",
)
def numbers_are_used_once(section: Policies, scope: PlanScope) -> Iterator[Finding]:
    """Each number stands once in its group.

    Why: whoever refers to rule 3 must find one rule.
    Bad:
        # policies.yml
        conduct:
          name: 管理制度
          rules: {obey: {text: 服从决定, number: "1"}, invoice: {text: 要有发票, number: "1"}}
    Good:
        # policies.yml
        conduct:
          name: 管理制度
          rules: {obey: {text: 服从决定, number: "1"}, invoice: {text: 要有发票, number: "2"}}
    """
    for group in section.items.values():
        numbered: dict[str, list[Policy]] = {}
        for policy in group.rules.values():
            if policy.number:
                numbered.setdefault(policy.number, []).append(policy)
        for number, same in numbered.items():
            if len(same) > 1:
                args = {"number": number, "group": group.name, "count": len(same)}
                related = tuple((policy.span("number"), policy.id) for policy in same[:-1])
                yield Finding("POL102", same[-1].span("number"), args, scope.year, same[-1].address(), (), related)


@check(
    "POL103",
    Level.WARNING,
    takes="policies",
    zh="“{text}”没有写{missing}，权限到哪里看不出来",
    en="“{text}” names no {missing}: nobody can tell how far the authority goes",
    fix_zh="在 limit 里写到多少为止，还没定写 待定；在 scope 里写哪个岗位",
    fix_en="write in limit up to how much, TBD while it is not known, and the role in scope",
)
def authorities_have_limits(section: Policies, scope: PlanScope) -> Iterator[Finding]:
    """In a group of kind `authority`, each rule has a role and a limit.

    Why: three roles that may all sign contracts, without amounts, each think that the large one is theirs.
    Bad:
        # policies.yml
        signing: {name: 合同签订, kind: authority, rules: {big: {text: 签重大合同}}}
    Good:
        # policies.yml
        signing: {name: 合同签订, kind: authority, rules: {big: {text: 签重大合同, scope: lead, limit: 50万元以上}}}
        # org.yml
        roles: {lead: {name: 营销总监}}
    """
    for policy, group in _authorities(section):
        lacking = [
            scope.word(*words)
            for words, there in (
                (("岗位", "role"), policy.scope or group.scope),
                (("限额", "limit"), policy.limit is not None),
            )
            if not there
        ]
        if lacking:
            args = {"text": policy.text, "missing": scope.word("和", " and no ").join(lacking)}
            yield Finding("POL103", policy.key_span(), args, scope.year, policy.address(), (policy.address(),))


def _authorities(section: Policies) -> Iterator[tuple[Policy, Group]]:
    for group in section.items.values():
        if group.kind == "authority":
            yield from ((policy, group) for policy in group.rules.values())


@check(
    "POL104",
    Level.WARNING,
    takes="policies",
    zh="“{first}”和“{second}”的限额都是 {limit}，分不出谁批",
    en="“{first}” and “{second}” both go up to {limit}: it is not clear who decides",
    fix_zh="让两个限额接上而不重叠，例如 ≤5万元 和 ≤50万元",
    fix_en="let one go further than the other, such as ≤50000 CNY and ≤500000 CNY",
)
def authorities_differ(section: Policies, scope: PlanScope) -> Iterator[Finding]:
    """No two roles have the same authority.

    Why: a decision that two may take is taken twice, or by nobody.
    Bad:
        # policies.yml
        signing:
          name: 合同签订
          kind: authority
          rules:
            big: {text: 总监签合同, scope: lead, limit: ≤5万元}
            small: {text: 业务员签合同, scope: rep, limit: ≤5万元}
        # org.yml
        roles: {lead: {name: 营销总监}, rep: {name: 业务员, reports_to: lead}}
    Good:
        # policies.yml
        signing:
          name: 合同签订
          kind: authority
          rules:
            big: {text: 总监签合同, scope: lead, limit: ≤50万元}
            small: {text: 业务员签合同, scope: rep, limit: ≤5万元}
        # org.yml
        roles: {lead: {name: 营销总监}, rep: {name: 业务员, reports_to: lead}}
    """
    for group in section.items.values():
        rules = list(group.rules.values()) if group.kind == "authority" else []
        for place, policy in enumerate(rules):
            limit = scope.quantity(policy.address("limit")) if policy.limit is not None else None
            same = next((one for one in rules[:place] if _alike(one, policy, scope)), None)
            if limit is None or same is None:
                continue
            said = write_quantity(limit, language=scope.language)
            args = {"first": same.text, "second": policy.text, "limit": said}
            related = ((same.span("limit"), same.id),)
            about = (policy.address("limit"), same.address("limit"))
            yield Finding("POL104", policy.span("limit"), args, scope.year, about[0], about, related)


def _alike(one: Policy, other: Policy, scope: PlanScope) -> bool:
    """Whether two rules of different roles have the same known limit."""
    if set(one.scope) == set(other.scope):
        return False
    limits = [scope.quantity(each.address("limit")) for each in (one, other)]
    first, second = limits
    return first is not None and second is not None and not first.unset and first.same_as(second)


@check(
    "POL105",
    Level.WARNING,
    takes="policies",
    zh="“{text}”写了 {count} 次",
    en="“{text}” stands {count} times",
    fix_zh="留下一条，另一条删去或写明有什么不同",
    fix_en="keep one, and delete the other or write what is different in it",
)
def rules_are_told_once(section: Policies, scope: PlanScope) -> Iterator[Finding]:
    """The same rule stands once, in all groups together; punctuation and case do not count.

    Why: of two copies one is changed and the other forgotten.
    Bad:
        # policies.yml
        conduct: {name: 管理制度, rules: {one: {text: 不得跨区域报价}}}
        territory: {name: 区域划分, rules: {two: {text: 不得跨区域报价。}}}
    Good:
        # policies.yml
        conduct: {name: 管理制度, rules: {one: {text: 服从区域经理的决定}}}
        territory: {name: 区域划分, rules: {two: {text: 不得跨区域报价。}}}
    """
    by_text: dict[str, list[Policy]] = {}
    for policy in section.policies():
        by_text.setdefault("".join(filter(str.isalnum, policy.text)).lower(), []).append(policy)
    for same in by_text.values():
        if len(same) > 1:
            args = {"text": same[0].text, "count": len(same)}
            related = tuple((policy.span("text"), policy.id) for policy in same[:-1])
            about = tuple(policy.address() for policy in same)
            yield Finding("POL105", same[-1].span("text"), args, scope.year, about[-1], about, related)


@check(
    "POL106",
    Level.WARNING,
    takes="policies",
    zh="“{text}”只管{role}，例外也由{role}自己批",
    en="“{text}” binds {role} alone, who also allows the exceptions",
    fix_zh="例外由上级批：改 exception",
    fix_en="name a superior in exception",
)
def exceptions_are_not_ones_own(section: Policies, scope: PlanScope) -> Iterator[Finding]:
    """Whom a rule binds does not allow the exceptions.

    Why: a rule whose exceptions one grants oneself is none.
    Bad:
        # policies.yml
        territory: {name: 区域划分, rules: {cross: {text: 不得跨区域报价, scope: rep, exception: rep}}}
        # org.yml
        roles: {lead: {name: 区域经理}, rep: {name: 业务员, reports_to: lead}}
    Good:
        # policies.yml
        territory: {name: 区域划分, rules: {cross: {text: 不得跨区域报价, scope: rep, exception: lead}}}
        # org.yml
        roles: {lead: {name: 区域经理}, rep: {name: 业务员, reports_to: lead}}
    """
    for group in section.items.values():
        for policy in group.rules.values():
            bound, allows = policy.scope or group.scope, policy.exception or group.exception
            if allows is not None and bound == (allows,):
                written = policy if policy.exception else group
                args = {"text": policy.text, "role": scope.named(allows)}
                yield Finding("POL106", written.span("exception"), args, scope.year, policy.address())
