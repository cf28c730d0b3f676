package org.yekuo.vocabulary;

/**
 * A supply company by its administrative code (单位编码): two digits for the province, four for a city, six for a county.
 * A unit sees its own subtree, so the code of a unit starts with the code of the one above it.
 */
public record UnitCode(String value) implements Comparable<UnitCode> {

    public UnitCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A unit code has two, four or six digits, not \"" + value + "\".");
        }
    }

    public static boolean isValid(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return length == 2 || length == 4 || length == 6;
    }

    public boolean isProvince() {
        return value.length() == 2;
    }

    public boolean isCity() {
        return value.length() == 4;
    }

    public boolean isCounty() {
        return value.length() == 6;
    }

    public UnitCode province() {
        return new UnitCode(value.substring(0, 2));
    }

    /** The city company of this city or county; a province has none. */
    public UnitCode city() {
        if (isProvince()) {
            throw new IllegalArgumentException("The province " + value + " has no single city company.");
        }
        return new UnitCode(value.substring(0, 4));
    }

    /** Whether this unit is {@code other} or stands above it. */
    public boolean covers(UnitCode other) {
        return other.value.startsWith(value);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
