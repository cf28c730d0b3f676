package org.yekuo.bench.worklist;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yekuo.access.internal.TokenHash;
import org.yekuo.bench.Program;
import org.yekuo.bench.engine.Papers;
import org.yekuo.vocabulary.CaseNo;

/**
 * A province full of open cases (全省在办). The program itself carries one case to each of its stops; the server multiplies their rows, table by table and column by
 * column as they are, with numbers, units, names and days of their own. So a copy has the shape of what the program writes, also after a migration; only its ledger's
 * hashes are its pattern's, and its customer is nobody's.
 */
public final class Province {

    /** People whose worklists are looked at; the cookie of each is her own number. */
    public enum Person {
        /** One role in one county. */
        CLERK("b-clerk", "'340301'", "'SURVEYOR'"),
        /** Who does everything in a county and its city: forty groups and more. */
        WIDE("b-wide", "'340302','3403'", "select distinct role from post"),
        /** The heads' roles in a city and its counties. */
        HEAD("b-head", "'3403','340301','340302','340303'", "'MARKETING_HEAD','COMPANY_LEADER','SERVICE_CENTRE_HEAD'"),
        /** The province's own roles. */
        PROVINCE("b-province", "'34'", "'PROVINCE_MARKETING','SUPERVISOR'"),
        /** Every role in every unit, as nobody has: the longest list there can be. */
        EVERYWHERE("b-all", "select code from unit", "select distinct role from post");

        public final String staffNo;
        private final String units;
        private final String roles;

        Person(String staffNo, String units, String roles) {
            this.staffNo = staffNo;
            this.units = units;
            this.roles = roles;
        }

        public String token() {
            return "bench-" + staffNo + "-of-the-bench-and-of-nobody-else";
        }
    }

    /** A case number with its check digit, as {@link CaseNo} has it. */
    static final String NUMBER = """
            create or replace function bench_case_no(body text) returns text language plpgsql immutable as $$
            declare product int := 10; digits int;
            begin
              for i in 1..13 loop
                digits := (substr(body, i, 1)::int + product) % 10;
                product := (case when digits = 0 then 10 else digits end) * 2 % 11;
              end loop;
              return body || (11 - product) % 10;
            end $$""";

    private static final List<String> TABLES = List.of("connection_case", "stage_run", "stage_part", "time_limit", "receipt", "case_event", "under_way");

    private final Program.Database database;

    public Province(Program.Database database) {
        this.database = database;
    }

    /** Fifty-four units with all roles: 1 404 groups. */
    public void people() throws SQLException {
        database.run("""
                insert into unit (code, name)
                  select lpad((3400 + n)::text, 4, '0'), '实测' || n || '市供电公司' from generate_series(3, 12) n on conflict do nothing""", """
                insert into unit (code, name)
                  select lpad((340000 + c * 100 + n)::text, 6, '0'), '实测' || c || '市' || n || '县供电公司' from generate_series(3, 12) c, generate_series(1, 3) n on conflict do nothing""", """
                insert into unit (code, name) values ('341201', '实测末县供电公司') on conflict do nothing""");
        for (var person : Person.values()) {
            database.run("insert into staff (staff_no, name, phone) values ('%1$s', '实测员', '0551-00009999') on conflict do nothing".formatted(person.staffNo), """
                    insert into post (staff_no, unit, department, role)
                      select '%1$s', u.code, 'MARKETING', r.role from unit u, (select * from (%2$s) x) r(role) where u.code in (%3$s) on conflict do nothing""".formatted(person.staffNo,
                            person.roles.startsWith("select") ? person.roles : "values (" + person.roles.replace(",", "),(") + ")", person.units),
                    "insert into account (login, staff_no, password_hash) values ('%1$s', '%1$s', 'none') on conflict do nothing".formatted(person.staffNo),
                    "delete from access_token where login = '%s'".formatted(person.staffNo), "insert into access_token (token_hash, login, staff_no, issued_at, expires_at) values ('%s', '%2$s', '%2$s', now(), now() + interval '1 year') on conflict do nothing"
                            .formatted(TokenHash.of(person.token()), person.staffNo));
        }
        database.run("update organisation_revision set revision = revision + 1");
    }

    /**
     * Fills it.
     *
     * @param cases  open cases
     * @param events newest entries of the ledger kept of each, at the most
     * @return how long it took
     */
    public Duration fill(int cases, int events) throws SQLException {
        long begins = System.nanoTime();
        database.run(NUMBER, "drop table if exists bench_case", "create unlogged table bench_case as " + plan(1, 0));
        for (int from = 1; from <= cases; from += 50_000) {
            int to = Math.min(cases, from + 49_999);
            database.run("truncate bench_case", "insert into bench_case " + plan(from, to), "analyze bench_case");
            for (var table : TABLES) {
                copy(table, events);
            }
            database.run("""
                    insert into suspension (unit, case_no, n, kind, reason, entered_on, from_day, effective, evidence, entered_by, entered_by_name)
                      select unit, case_no, 1, 'HOLD', 'CUSTOMER_HOLD', date '%1$s', date '%1$s', true, '{}', handled_by || '-jl1', '实测员' from bench_case where on_hold""".formatted(today()));
        }
        if (cases > 0 && !CaseNo.isValid(database.text("select case_no from bench_case limit 1"))) {
            throw new IllegalStateException("Numbers of the copies are no numbers of cases any more.");
        }
        database.run("drop table bench_case");
        for (var table : TABLES) {
            database.run("vacuum (analyze) " + table);
        }
        return Duration.ofNanos(System.nanoTime() - begins);
    }

    /** What differs from case to case. */
    private static String plan(int from, int to) {
        return """
                select n, pattern, city as unit, handled_by, bench_case_no(city || (500000000 + n)) as case_no, name, address,
                  (select array_agg(distinct substr(s, i, 2)) from (values (name), (address)) texts(s), generate_series(1, length(s) - 1) i) as search,
                  lpad((n %% 10000)::text, 4, '0') as phone_tail, n %% 40 - 10 as shift, n %% 37 = 0 as on_hold, n %% 97 = 0 as urgent, n %% 3 = 0 as assigned,
                  n %% 211 = 0 as of_province, case when n %% 20 <> 0 then null when handled_by = '340301' then 'b-clerk' when handled_by = '340302' then 'b-wide' end as mine,
                  (select (array_agg(role order by role))[1 + abs(hashint8(n + 2000003)::bigint) %% 26] from (select distinct role from post) roles) as role
                from (
                  select n, p.case_no as pattern, u.code as handled_by, left(u.code, 4) as city,
                    (array['陶','汤','闵','柏','章','苗','柳','鲍','费','岑','殷','毕','郝','安','常','乐','时','皮','卞','齐'])[1 + n %% 20]
                      || (array['明远','桂兰','家栋','文静','立新','秀珍','国安','晓梅','志成','玉莲','永福','春燕','德顺','月华','海生','红霞','金山','巧云','大为','慧敏'])[1 + n / 20 %% 20]
                      || (array['超市','早点铺','修车行','粮油店','五金店','服装店','面馆','药房'])[1 + n / 400 %% 8] as name,
                    u.name || (array['幸福路','长寿路','新民街','团结路','花园路','建设路','文化路','振兴大道','河滨路','学府路'])[1 + n / 7 %% 10] || (1 + n %% 1999) || '号' as address
                  from generate_series(%d, %d) n
                  join (select code, name, row_number() over (order by code) - 1 as k, count(*) over () as units from unit where length(code) > 2) u on u.k = abs(hashint8(n)::bigint) %% u.units
                  join (select case_no, row_number() over (order by case_no) - 1 as k, count(*) over () as patterns from connection_case where case_no like '3401_________%%' and status = 'ACCEPTED' and original_no is null and case_no < '34015') p
                    on p.k = abs(hashint8(n + 1000003)::bigint) %% p.patterns) planned""".formatted(from, to);
    }

    private void copy(String table, int events) throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        var own = own(table);
        try (var connection = database.connect(); var query = connection.prepareStatement("""
                select column_name from information_schema.columns where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' order by ordinal_position""")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                    values.add(own.getOrDefault(rows.getString(1), "t." + rows.getString(1)));
                }
            }
        }
        var newest = table.equals("case_event") ? " and t.seq > (select event_count from connection_case c where c.unit = t.unit and c.case_no = t.case_no) - " + events : "";
        database.run("insert into %1$s (%2$s) select %3$s from bench_case b join %1$s t on t.case_no = b.pattern and t.unit = '3401'%4$s".formatted(
                table, String.join(", ", columns), String.join(", ", values), newest));
    }

    /** Columns with a value of the copy's own. */
    private static Map<String, String> own(String table) {
        var own = new LinkedHashMap<>(Map.of("unit", "b.unit", "case_no", "b.case_no", "handled_by", "b.handled_by", "customer_name", "b.name", "address", "b.address",
                "search", "b.search", "phone_tail", "b.phone_tail", "due_on", "t.due_on + b.shift"));
        switch (table) {
            case "connection_case" -> own.putAll(Map.of("premises_id", "b.n + 500000000", "owner", "coalesce(b.mine, b.handled_by || '-jl1')", "accepted_by_unit", "b.handled_by",
                    "premises_unit", "b.handled_by", "status", "case when b.on_hold then 'ON_HOLD' else t.status end"));
            case "stage_part" -> own.putAll(Map.of("responsible_unit", "case when t.state = 'OPEN' and b.of_province then '34' else b.handled_by end",
                    "role", "case when t.state <> 'OPEN' then t.role when b.of_province then 'PROVINCE_MARKETING' when b.n % 2 = 0 then b.role else t.role end",
                    "priority", "case when b.urgent then 0 else 1 end", "assignee", "case when t.state <> 'OPEN' then t.assignee when b.assigned then b.handled_by || '-' || left(t.role, 3) end"));
            case "under_way" -> own.putAll(Map.of("owner", "coalesce(b.mine, b.handled_by || '-jl1')", "held", "b.on_hold",
                    "due_on", "case when t.due_on = date '9999-12-31' then t.due_on else t.due_on + b.shift end"));
            case "time_limit" -> own.put("warn_on", "t.warn_on + b.shift");
            default -> { }
        }
        return own;
    }

    /** How large it is. */
    public Map<String, Long> sizes() throws SQLException {
        var sizes = new LinkedHashMap<String, Long>();
        for (var table : TABLES) {
            sizes.put(table, database.number("select count(*) from " + table));
        }
        sizes.put("groups with work", database.number("select count(distinct (responsible_unit, role)) from stage_part where state = 'OPEN'"));
        return sizes;
    }

    /** A day in the shop's case. */
    static String today() {
        return Papers.DAY.toString();
    }
}
