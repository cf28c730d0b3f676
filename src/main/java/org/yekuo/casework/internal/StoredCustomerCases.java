package org.yekuo.casework.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CustomerCases;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@Component
class StoredCustomerCases implements CustomerCases {

    // case_by_need, by its first two columns
    private static final String ACCEPTED = """
            select case_no from connection_case where unit = ? and customer_id = ? and accepted_on is not null
            order by accepted_on desc, case_no desc limit 50""";

    private final JdbcClient jdbc;

    StoredCustomerCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CaseNo> accepted(UnitCode unit, long customerId) {
        return jdbc.sql(ACCEPTED).params(unit.city().value(), customerId).query(String.class).list().stream().map(CaseNo::new).toList();
    }
}
