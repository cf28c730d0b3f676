package org.yekuo.scenario;

import java.util.concurrent.atomic.AtomicLong;

/** Identity numbers nobody has, with the check digits somebody would have. */
public final class Numbers {

    private static final String BASE_31 = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 400_000_000);

    private Numbers() {}

    public static long unique() {
        return NEXT.incrementAndGet();
    }

    /** 居民身份证号码 (GB 11643). */
    public static String resident() {
        long n = unique();
        var body = "340121" + "19" + (50 + n / 1000 % 50) + "%02d".formatted(1 + n / 50_000 % 12) + "%02d".formatted(1 + n / 600_000 % 28) + "%03d".formatted(n % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** 统一社会信用代码 (GB 32100). */
    public static String organisation() {
        var body = "91340121" + "%09d".formatted(unique());
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            sum += BASE_31.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return body + BASE_31.charAt((31 - sum % 31) % 31);
    }
}
