package org.yekuo.customer;

/** The check characters of the numbers this room knows. */
final class CheckDigits {

    private static final String BASE_31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] RESIDENT = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

    private CheckDigits() {}

    static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** ISO 7064 MOD 11,10, of consumer numbers and of registration numbers of business licences. */
    static char mod11And10(String digits) {
        int product = 10;
        for (char c : digits.toCharArray()) {
            int sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    /** GB 11643 (ISO 7064 MOD 11-2) of the first seventeen digits of an identity card. */
    static char resident(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * RESIDENT[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** GB 32100 of the first seventeen characters of a unified social credit code. */
    static char socialCredit(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (char c : seventeen.toCharArray()) {
            sum += BASE_31.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return BASE_31.charAt((31 - sum % 31) % 31);
    }

    static boolean isBase31(String text) {
        return text.chars().allMatch(c -> BASE_31.indexOf(c) >= 0);
    }

    /** GB 11714 of the first eight characters of an organisation code; letters count from A = 10. */
    static char organisation(String eight) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
