"""The words that generated handbooks are made of: places, products, tasks, and sentences to fill them into."""


def listed(words: str) -> list[str]:
    """Words between spaces."""
    return words.split()


REGIONS = {
    "east-china": ("华东", {"shanghai": "上海", "jiangsu": "江苏", "zhejiang": "浙江", "anhui": "安徽"}),
    "south-china": ("华南", {"guangdong": "广东", "guangxi": "广西", "hainan": "海南", "fujian": "福建"}),
    "north-china": ("华北", {"beijing": "北京", "tianjin": "天津", "hebei": "河北", "shanxi": "山西"}),
    "central-china": ("华中", {"hubei": "湖北", "hunan": "湖南", "henan": "河南", "jiangxi": "江西"}),
    "southwest": ("西南", {"sichuan": "四川", "chongqing": "重庆", "yunnan": "云南", "guizhou": "贵州"}),
    "northwest": ("西北", {"shaanxi": "陕西", "gansu": "甘肃", "qinghai": "青海", "xinjiang": "新疆"}),
    "northeast": ("东北", {"liaoning": "辽宁", "jilin": "吉林", "heilongjiang": "黑龙江", "dalian": "大连"}),
    "bay-area": ("大湾区", {"shenzhen": "深圳", "dongguan": "东莞", "foshan": "佛山", "zhuhai": "珠海"}),
    "overseas": ("海外", {"southeast-asia": "东南亚", "middle-east": "中东", "east-europe": "东欧", "andes": "南美"}),
}
"""Region id: its name and its parts."""
CHANNELS = {"end-customer": "终端客户", "own-store": "直营店", "dealer": "经销商", "online": "线上"}
PERSONS = {f"rep-{letter}": f"业务员{name}" for letter, name in zip("abcdef", "甲乙丙丁戊己", strict=True)}

PRODUCTS = {
    "valves": "工业阀门",
    "gauges": "智能仪表",
    "packaging": "包装材料",
    "dressings": "医用敷料",
    "furniture": "办公家具",
    "batteries": "储能电池",
    "drinks": "草本饮料",
    "cosmetics": "日化用品",
    "appliances": "厨房电器",
    "software": "企业软件",
    "bearings": "精密轴承",
    "coatings": "水性涂料",
}
"""Product line id: its name. A handbook with more lines numbers them."""

VERBS = listed("梳理 编制 审定 发布 试运行 走访 签订 验收 复盘 修订 询价 招募 抽查 核对 公示 移交")
THINGS = listed(
    "客户名录 价格体系 渠道政策 样板门店 激励方案 宣传物料 合同范本 考核细则 备货计划 回款台账 参展方案 竞品报告 "
    "服务流程 培训教材 铺货清单 退换规则 经销协议 巡店记录 预算明细 交接清单"
)
ITEMS = listed(
    "房租 水电与电话 车辆油费 样品 参展 门店广告 物料印刷 差旅 招待 培训 软件订阅 仓储 快递 电脑 办公桌椅 打印耗材"
)
PLACES = listed("重点城市 县级市场 工业园区 老客户集中区 新开片区 批发市场 线上店铺 合作门店")
TAGS = listed("客户 渠道 报告 费用 队伍 门店 风险 档案")
FREQUENCIES = ("每天", "每周一次", "每月 5 日前", "每月底", "每季度末", "每次出差前", "每两周一次", "签约后三天内")

PAGES = {
    "market": "市场与对手",
    "rules": "管理制度",
    "training": "培训安排",
    "pricing": "价格政策",
    "service": "售后服务",
    "logistics": "供货与物流",
    "risks": "风险与预案",
    "review": "复盘办法",
}
"""Narrative pages of their own, in the order they are added; a plan with more pages numbers them."""

HEADINGS = listed("怎么来的 怎么做 谁来做 要防什么 怎么检查 与上一年的不同 需要的支持")

SENTENCES = (
    "{place}是今年的主攻方向，{role}要在第{n}周之前把{thing}交到公司。",
    "{thing}由{role}起草，先给{place}的两家客户看过，再定稿。",
    "上一年{place}的回款平均拖了 {n} 天，今年凡超过约定的一律先停供、后对账。",
    "{product}在{place}的口碑不错，短板在交期：从下单到到货要 {n} 天，对手只要一周。",
    "凡是{verb}{thing}的工作，都写明交给谁、哪天交，没有写的不算完成。",
    "{role}每月拿出 {n} 天到{place}去，回来三天内写出走访小结。",
    "预算按用途分，不按部门分；{item}一项超出 {n}% 的，先报批再花钱。",
    "新人头一个月只跟访，不独立报价；第二个月起由{role}带着谈客户。",
    "价格只有{role}能让，让一个点要说清换回了什么：账期、数量，还是样板。",
    "{place}的客户大多从同行那里听说我们，所以每成交一家，就请他介绍 {n} 家。",
    "{thing}不求多，求真：抽查中发现一条是编的，整份退回重做。",
    "旺季前 {n} 天把{product}的常用规格备足，缺一个规格就可能丢一张大单。",
    "对手降价时不跟，先看客户真正在意的是什么；多数时候是{thing}没有做到位。",
    "季度末由{role}召集一次碰头会，只谈三件事：差多少、为什么差、怎么补。",
    "{item}按实际发生列支，票据与行程对不上的，由{role}退回。",
    "线上带来的询盘当天回复，{n} 小时内转给所在片区的业务员跟进。",
    "与{place}的合作门店签一年，约定每月至少进货 {n} 件，达不到的第二年不续。",
    "目标压到人，人再压到周；{role}每周一看一次上周的进度，落后的当面谈。",
    "{verb}{thing}时要把上一年的教训写进去，尤其是{place}那次退货。",
    "客户投诉 {n} 小时内必须有人到场，到场的人要能当场拍板。",
)
"""Sentences with `place`, `role`, `thing`, `verb`, `item`, `product` and `n` to be filled in."""
