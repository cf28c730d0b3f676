package org.yekuo.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yekuo.vocabulary.Violation;

/** Whether a number can be what it is said to be; it asks no register. */
public final class Identities {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?[2-9]\\d{6,7}(-\\d{1,6})?|[48]00-?\\d{3}-?\\d{4}");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern MILITARY = Pattern.compile("[\\p{IsHan}A-Z]{0,6}(字)?第?\\d{4,10}号?");

    private Identities() {}

    /** A number as it is kept and compared: without spaces, capitals; organisation codes without the hyphen. */
    public static String normal(IdType type, String number) {
        var plain = java.text.Normalizer.normalize(number, java.text.Normalizer.Form.NFKC).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return type == IdType.ORG_CODE ? plain.replace("-", "") : plain;
    }

    /** Everything wrong with the number, at field {@code idNumber}; a birth date may lie in the future. */
    public static List<Violation> check(IdType type, String number) {
        return check(type, number, LocalDate.MAX);
    }

    /** Everything wrong with the number on {@code today}, at field {@code idNumber}. */
    public static List<Violation> check(IdType type, String number, LocalDate today) {
        var plain = normal(type, number);
        if (plain.isEmpty()) {
            return List.of(Violation.at("idNumber", "customer.id-missing"));
        }
        return wrong(type, plain, today).map(violation -> List.of(violation)).orElse(List.of());
    }

    /** A mobile (手机) of eleven digits, or a landline (固定电话) with its area code, at field {@code phone}. */
    public static List<Violation> checkPhone(String phone) {
        var plain = normalPhone(phone);
        if (plain.isEmpty()) {
            return List.of(Violation.at("phone", "customer.phone-missing"));
        }
        return MOBILE.matcher(plain).matches() || LANDLINE.matcher(plain).matches() ? List.of()
                : List.of(Violation.at("phone", "customer.phone-shape", phone.strip()));
    }

    /** A phone as it is kept: half-width, no spaces, no +86. */
    public static String normalPhone(String phone) {
        return java.text.Normalizer.normalize(phone, java.text.Normalizer.Form.NFKC).replaceAll("\\s+", "").replaceFirst("^(\\+|00)86-?", "");
    }

    private static Optional<Violation> wrong(IdType type, String number, LocalDate today) {
        return switch (type) {
            case RESIDENT_ID, HOUSEHOLD_BOOK -> resident(number, today);
            case BUSINESS_LICENSE -> !(number.length() == 15 && CheckDigits.isNumber(number)) ? shape("business-license")
                    : checked("business-license", number, CheckDigits.mod11And10(number.substring(0, 14)));
            case USCC -> !(number.length() == 18 && CheckDigits.isBase31(number)) ? shape("uscc")
                    : checked("uscc", number, CheckDigits.socialCredit(number.substring(0, 17)));
            case ORG_CODE -> !number.matches("[0-9A-Z]{8}[0-9X]") ? shape("org-code")
                    : checked("org-code", number, CheckDigits.organisation(number.substring(0, 8)));
            case PASSPORT -> PASSPORT.matcher(number).matches() ? Optional.empty() : shape("passport");
            case MILITARY_ID -> MILITARY.matcher(number).matches() ? Optional.empty() : shape("military");
            case OTHER -> number.length() >= 4 && number.length() <= 40 ? Optional.empty() : shape("other");
        };
    }

    private static Optional<Violation> resident(String number, LocalDate today) {
        if (!number.matches("[1-9]\\d{16}[0-9X]")) {
            return shape("resident");
        }
        var born = birth(number.substring(6, 14));
        if (born.isEmpty() || born.get().isBefore(EARLIEST_BIRTH) || born.get().isAfter(today)) {
            return Optional.of(Violation.at("idNumber", "customer.id-resident-birth", number.substring(6, 14)));
        }
        return checked("resident", number, CheckDigits.resident(number.substring(0, 17)));
    }

    private static Optional<LocalDate> birth(String eight) {
        try {
            return Optional.of(LocalDate.parse(eight, BIRTH));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Violation> shape(String kind) {
        return Optional.of(Violation.at("idNumber", "customer.id-" + kind + "-shape"));
    }

    private static Optional<Violation> checked(String kind, String number, char check) {
        return number.charAt(number.length() - 1) == check ? Optional.empty()
                : Optional.of(Violation.at("idNumber", "customer.id-" + kind + "-check"));
    }
}
