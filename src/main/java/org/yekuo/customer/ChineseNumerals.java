package org.yekuo.customer;

import java.util.regex.Pattern;

/** Chinese numerals as a doorplate writes them. */
final class ChineseNumerals {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern BEFORE_A_PLACE = Pattern.compile("([〇零一二三四五六七八九十百]+)(?=号|栋|幢|座|单元|室|楼|层|门|房|巷|弄|组)");

    /** No doorplate is longer, and a value of so many digits is still an int. */
    private static final int LONGEST = 9;

    private ChineseNumerals() {}

    /** {@code 十二号} → {@code 12号}; numerals elsewhere ({@code 三孝口}) stay. */
    static String toDigits(String text) {
        return BEFORE_A_PLACE.matcher(text).replaceAll(match -> {
            var numeral = match.group(1);
            return numeral.length() > LONGEST ? numeral : Integer.toString(value(numeral));
        });
    }

    private static int value(String numeral) {
        int total = 0;
        int digit = -1;
        for (char c : numeral.replace('零', '〇').toCharArray()) {
            int unit = c == '十' ? 10 : c == '百' ? 100 : 0;
            if (unit > 0) {
                total += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else {
                // 二〇一 without units reads digit by digit.
                digit = digit < 0 ? DIGITS.indexOf(c) : digit * 10 + DIGITS.indexOf(c);
            }
        }
        return total + Math.max(digit, 0);
    }
}
