package org.yekuo.bench.bulk;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The export of an old system: closed cases of the years 2006 and 2007, a line of JSON each, made while they are read. Of a hundred, sixty are residents, twenty-five shops,
 * fifteen factories; one in twelve was withdrawn on the way, one in nine claims a pause, a third of the customers come again. The same numbers give the same lines.
 */
final class ClosedCaseStream extends InputStream {

    private static final String[] COUNTIES = {"340121", "340122", "340123"};

    private final long first;
    private final long end;
    private long next;
    private byte[] line = new byte[0];
    private int at;

    ClosedCaseStream(long first, int cases) {
        this.first = first;
        this.next = first;
        this.end = first + cases;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (at == line.length) {
            if (next == end) {
                return -1;
            }
            line = line(next++).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        int given = Math.min(length, line.length - at);
        System.arraycopy(line, at, to, offset, given);
        at += given;
        return given;
    }

    private String line(long n) {
        long mixed = (n * 0x9E3779B97F4A7C15L) >>> 33;
        int kind = (int) (mixed % 100);
        long customer = mixed % 3 == 0 ? first + mixed % Math.max(1, end - first) : n;
        var accepted = LocalDate.of(2006, 1, 4).plusDays(mixed / 100 % 700);
        var text = new StringBuilder(1600);
        text.append("{\"originalNo\":\"SG186-").append(n).append("\",\"originalSystem\":\"SG186\",\"unit\":\"").append(COUNTIES[(int) (mixed % COUNTIES.length)])
                .append("\",\"business\":\"").append(mixed % 7 == 0 ? "CAPACITY_INCREASE" : "NEW_INSTALL").append("\",\"acceptedOn\":\"").append(accepted)
                .append("\",\"applicant\":{\"name\":\"").append(kind < 60 ? "王小明" : kind < 85 ? "合肥市便民商店" : "安徽永固机械有限公司").append(customer)
                .append("\",\"idType\":\"OTHER\",\"idNumber\":\"SGH").append("%08d".formatted(customer)).append("\",\"phone\":\"138").append("%08d".formatted(customer % 100_000_000))
                .append("\"},\"address\":\"合肥市长江中路").append(customer % 900).append("号").append(customer / 900).append("栋\",\"load\":").append(load(kind, mixed));
        stages(text, kind, accepted, mixed);
        return text.toString();
    }

    private static String load(int kind, long mixed) {
        if (kind < 60) {
            return "{\"nature\":\"RESIDENTIAL\",\"capacityKva\":" + (4 + mixed % 5) + ",\"voltageKv\":0.22}";
        }
        return kind < 85 ? "{\"nature\":\"COMMERCIAL\",\"capacityKva\":" + (15 + mixed % 40) + ",\"voltageKv\":0.38}"
                : "{\"nature\":\"INDUSTRIAL\",\"capacityKva\":" + (315 + mixed % 5 * 315) + ",\"voltageKv\":10,\"customerClass\":\"HV\"}";
    }

    private static void stages(StringBuilder text, int kind, LocalDate accepted, long mixed) {
        boolean withdrawn = mixed % 12 == 0;
        String[] names = kind < 60 ? new String[] {"acceptance", "survey", "plan-reply", "contract", "metering", "energisation", "archive"}
                : kind < 85 ? new String[] {"acceptance", "survey", "plan-reply", "completion-inspection", "contract", "metering", "energisation", "archive"}
                : new String[] {"acceptance", "survey", "plan-draft", "plan-reply", "design-review", "completion-inspection", "contract", "metering", "energisation", "archive"};
        int days = kind < 60 ? 2 : kind < 85 ? 4 : 9;
        var day = accepted;
        text.append(",\"stages\":[");
        int done = withdrawn ? 3 : names.length;
        for (int i = 0; i < done; i++) {
            var closed = i == 0 ? day : day.plusDays(1 + (mixed >> i) % days);
            text.append(i == 0 ? "" : ",").append("{\"stage\":\"").append(names[i]).append("\",\"openedOn\":\"").append(day).append("\",\"closedOn\":\"").append(closed).append("\",\"by\":\"张师傅\"");
            if (names[i].equals("acceptance") || names[i].equals("plan-reply") || names[i].equals("design-review") || names[i].equals("completion-inspection")) {
                text.append(",\"servedOn\":\"").append(closed).append('"');
            }
            text.append('}');
            day = closed;
        }
        text.append(']');
        if (mixed % 9 == 0) {
            text.append(",\"pauses\":[{\"reason\":\"CUSTOMER_HOLD\",\"from\":\"").append(accepted).append("\",\"to\":\"").append(accepted.plusDays(1)).append("\"}]");
        }
        text.append(",\"ended\":{\"how\":\"").append(withdrawn ? "WITHDRAWN" : "ARCHIVED").append("\",\"on\":\"").append(day.plusDays(1)).append("\"}");
        text.append(",\"consumerNo\":\"").append(mixed).append("\",\"archive\":{\"no\":\"DA-").append(mixed % 100_000).append("\",\"place\":\"3 排 2 架\"}}\n");
    }
}
