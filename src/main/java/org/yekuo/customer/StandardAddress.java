package org.yekuo.customer;

import java.text.Normalizer;
import java.util.Locale;

/**
 * An address in one spelling (标准地址), so that the same place is found again: half-width characters, no spaces or punctuation,
 * 号楼/幢/座 as 栋, 门 before a number as 单元, 房/房间 as 室, no leading zeros, Chinese numerals before such a word as digits.
 */
public record StandardAddress(String value) {

    public static StandardAddress of(String address) {
        var text = Normalizer.normalize(address, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        text = ChineseNumerals.toDigits(text);
        text = text.replaceAll("(?<=\\d)[-#](?=\\d)", "/")
                .replaceAll("[\\s,。、;:.()【】\\[\\]\"'“”‘’_~]+", "")
                .replaceAll("[‐-―-]", "/")
                .replaceAll("(?<=[0-9A-Z])(号楼|#楼|幢|座|#)", "栋")
                .replaceAll("(?<=[0-9A-Z])门(?=[0-9A-Z])", "单元")
                .replaceAll("(?<=[0-9A-Z])(号房间|号房|号室|房间|房)", "室")
                .replaceAll("(?<![0-9])0+(?=[0-9])", "");
        return new StandardAddress(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
