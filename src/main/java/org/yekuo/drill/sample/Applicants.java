package org.yekuo.drill.sample;

import java.util.List;
import org.yekuo.customer.IdType;
import org.yekuo.customer.Identities;

/** People and firms nobody knows (虚构的客户), always the same for the same number. */
final class Applicants {

    private static final List<String> FAMILIES = List.of("陶", "汤", "闵", "柏", "章", "苗", "柳", "鲍", "费", "岑", "殷", "毕", "郝", "安", "常", "乐", "时", "皮", "卞", "齐", "康", "伍", "余", "元");
    private static final List<String> GIVEN = List.of("明远", "桂兰", "家栋", "文静", "立新", "秀珍", "国安", "晓梅", "志成", "玉莲", "永福", "春燕", "德顺", "月华", "海生", "红霞", "金山", "巧云", "大为", "慧敏");
    private static final List<String> TRADES = List.of("精密铸造", "食品加工", "塑料制品", "纺织", "木业", "机械配件", "建材", "饲料", "冷链物流", "包装印刷", "电子元件", "农产品加工");
    private static final List<String> SHOPS = List.of("便民超市", "早点铺", "修车行", "卫生室", "理发店", "粮油店", "五金店", "服装店", "网吧", "洗衣店", "面馆", "药房");
    private static final List<String> ROADS = List.of("幸福路", "长寿路", "新民街", "团结路", "花园路", "建设路", "文化路", "振兴大道", "河滨路", "学府路");

    private Applicants() {}

    static String person(int n) {
        return FAMILIES.get(n * 7 % FAMILIES.size()) + GIVEN.get(n * 3 % GIVEN.size());
    }

    static String trade(int n) {
        return TRADES.get(n * 5 % TRADES.size());
    }

    static String firm(String town, int n) {
        return town + FAMILIES.get(n * 5 % FAMILIES.size()) + "记" + trade(n) + "厂";
    }

    static String shop(int n) {
        return SHOPS.get(n % SHOPS.size());
    }

    static String address(String town, int n) {
        return town + ROADS.get(n % ROADS.size()) + (n * 13 % 180 + 1) + "号";
    }

    /** A line nobody has: numbers of Hefei begin with 6. */
    static String phone(int n) {
        return "0551-2000" + "%04d".formatted(1000 + n);
    }

    /** A person born on the first day of 1900, whom nobody can be mistaken for. */
    static String residentId(int n) {
        return checked(IdType.RESIDENT_ID, "34012119000101" + "%03d".formatted(n));
    }

    /** A code whose registering body has registered nobody. */
    static String creditCode(int n) {
        return checked(IdType.USCC, "91340121" + "0000%05d".formatted(n));
    }

    private static String checked(IdType type, String body) {
        return "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().mapToObj(check -> body + (char) check).filter(number -> Identities.check(type, number).isEmpty())
                .findFirst().orElseThrow();
    }
}
