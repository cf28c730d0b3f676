package org.yekuo.organisation;

import org.yekuo.vocabulary.Text;

/** What a person is there to do (岗位); one person may hold several, in several units. */
public enum Role {
    SERVICE_REP("客户代表", "service representative"),
    ACCOUNT_MANAGER("客户经理", "account manager"),
    SURVEYOR("勘查员", "surveyor"),
    EXPANSION_SPECIALIST("业扩专责", "expansion specialist"),
    SERVICE_CENTRE_HEAD("客服中心主任", "head of the service centre"),
    MARKETING_HEAD("营销部主任", "head of marketing"),
    COMPANY_LEADER("分管领导", "company leader"),
    PROVINCE_MARKETING("省营销部业扩处", "provincial marketing"),
    INSPECTOR("用电检查员", "inspector"),
    FEE_CLERK("收费员", "fee clerk"),
    FEE_VERIFIER("费用审核员", "fee verifier"),
    METER_INSTALLER("装接员", "meter installer"),
    METER_VERIFIER("计量检定员", "meter verifier"),
    ASSET_KEEPER("资产管理员", "asset keeper"),
    BILLING_CLERK("核算员", "billing clerk"),
    READING_CLERK("抄表员", "meter reader"),
    DISTRIBUTION("配电运检专责", "distribution"),
    DISPATCHER("调度员", "dispatcher"),
    RELAY_PROTECTION("继电保护专责", "relay protection"),
    PLANNER("发展策划专责", "planner"),
    PRODUCTION("生产技术专责", "production"),
    ARCHIVIST("档案员", "archivist"),
    CALLBACK_AGENT("95598回访员", "call-back agent"),
    AREA_MANAGER("台区经理", "area manager"),
    SUPERVISOR("稽查员", "supervisor"),
    ADMINISTRATOR("系统管理员", "administrator");

    private final Text text;

    Role(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    public String zh() {
        return text.zh();
    }
}
