package org.yekuo.stage.inspection.internal;

import java.util.List;
import org.yekuo.vocabulary.Text;

/** What is looked at (检验项). One that a site does not have is answered with "not applicable", so that nothing is passed over in silence. */
record Items(List<Item> all) {

    record Item(String code, Text name) {}

    /** 中间检查: 宿州高压客户须知 names the first four. */
    static final Items MID = new Items(List.of(
            item("CABLE_LAYING", "接火电缆敷设", "Laying of the connecting cable"),
            item("EARTHING_LAYING", "电房接地敷设", "Earthing of the substation room"),
            item("MAIN_SWITCH", "进线总开关调试", "Adjustment of the incoming main switch"),
            item("SOURCE_INTERLOCK", "多电源切换开关与闭锁调试", "Change-over and interlocking of several sources"),
            item("CABLE_TRENCH", "电缆沟、管敷设", "Cable trenches and ducts"),
            item("FOUNDATIONS", "设备基础与预埋件", "Foundations and embedded parts")));

    /** 竣工检验. */
    static final Items COMPLETION = new Items(List.of(
            item("LINES", "线路架设、电缆敷设", "Lines and cables"),
            item("SWITCHGEAR", "高低压柜及二次回路", "Switchgear and secondary circuits"),
            item("PROTECTION", "继电保护及定值", "Protection and its settings"),
            item("ROOM_EARTHING", "配电室建设与接地", "Substation room and earthing"),
            item("TRANSFORMERS", "变压器、开关试验", "Tests of transformers and switches"),
            item("MID_RECORDS", "中间检查记录", "Records of the intermediate inspection"),
            item("EQUIPMENT_TESTS", "入网设备试验", "Tests of the equipment"),
            item("RULES_AND_STAFF", "规章制度与人员资质", "Rules and qualification of staff"),
            item("SAFETY", "安全措施与应急电源闭锁", "Safety measures and interlocking of emergency sources"),
            item("METERING", "计量与采集装置", "Metering and collection"),
            item("SOURCE_INTERLOCK", "多电源闭锁", "Interlocking of several sources")));

    private static Item item(String code, String zh, String en) {
        return new Item(code, new Text(zh, en));
    }

    boolean has(String code) {
        return all.stream().anyMatch(item -> item.code().equals(code));
    }

    String name(String code) {
        return all.stream().filter(item -> item.code().equals(code)).map(item -> item.name().zh()).findFirst().orElse(code);
    }
}
