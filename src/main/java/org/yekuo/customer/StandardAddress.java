package org.yekuo.customer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address in one spelling (标准地址), so that the same place is found again: half-width characters, no spaces or punctuation,
 * 号楼/幢/座 as 栋, 门 before a number as 单元, 房/房间 as 室, no leading zeros, Chinese numerals before such a word as digits.
 */
public record StandardAddress(String value) {

    private record Spelling(Pattern other, String one) {

        Spelling(String other, String one) {
            this(Pattern.compile(other), one);
        }
    }

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("(?<=\\d)[-#](?=\\d)", "/"),
            new Spelling("[\\s,。、;:.()【】\\[\\]\"'“”‘’_~]+", ""),
            new Spelling("[‐-―-]", "/"),
            new Spelling("(?<=[0-9A-Z])(号楼|#楼|幢|座|#)", "栋"),
            new Spelling("(?<=[0-9A-Z])门(?=[0-9A-Z])", "单元"),
            new Spelling("(?<=[0-9A-Z])(号房间|号房|号室|房间|房)", "室"),
            new Spelling("(?<![0-9])0+(?=[0-9])", ""));

    public static StandardAddress of(String address) {
        var text = Normalizer.normalize(address, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        text = ChineseNumerals.toDigits(text);
        for (var spelling : SPELLINGS) {
            text = spelling.other().matcher(text).replaceAll(spelling.one());
        }
        return new StandardAddress(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
