package org.yekuo.organisation;

import org.yekuo.vocabulary.Text;

/** A department of a supply company (部门), as 细则 第三章 divides the work. */
public enum Department {
    MARKETING("营销部", "marketing"),
    CUSTOMER_SERVICE("客户服务中心", "customer service centre"),
    BILLING("电费管理中心", "billing centre"),
    METERING("计量管理中心", "metering centre"),
    DISTRIBUTION("配电（运检）", "distribution"),
    DISPATCH("调度", "dispatch"),
    PLANNING("发展策划", "planning"),
    PRODUCTION("生产技术", "production"),
    CALL_CENTRE("95598", "call centre 95598"),
    SUPERVISION("稽查", "supervision");

    private final Text text;

    Department(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
