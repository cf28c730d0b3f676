package org.yekuo.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.YekuoIT;
import org.yekuo.customer.AccountOrder;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.Arrear;
import org.yekuo.customer.Arrears;
import org.yekuo.customer.CustomerRef;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.customer.IdType;
import org.yekuo.customer.Party;
import org.yekuo.customer.Premises;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** In a city of its own, whose case numbers nobody else uses. */
@YekuoIT
class FiledCustomersIT {

    private static final UnitCode CITY = new UnitCode("3498");
    private static final UnitCode COUNTY = new UnitCode("349821");
    private static final Actor CLERK = Actor.staff("c1", "王柜员");
    private static final Actor ONLINE = new Actor("customer:web", "网上客户", Actor.Kind.CUSTOMER);
    private static final LocalDate TODAY = LocalDate.of(2008, 4, 23);

    @Autowired
    private Customers customers;
    @Autowired
    private Premises premises;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Arrears arrears;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_same_identity_is_the_same_customer_however_it_is_typed() {
        var first = customers.register(CITY, party("安徽甲实业有限公司", IdType.USCC, "91350100M000100Y43", "13905510001"), CLERK);
        var again = customers.register(COUNTY, party("安徽甲实业 有限公司", IdType.USCC, " 91350100m000100y43", "13905510001"), CLERK);

        assertThat(first.known()).isFalse();
        assertThat(again).isEqualTo(new CustomerRef(CITY, first.id(), true, List.of()));
        assertThat(customers.register(new UnitCode("3497"), party("安徽甲实业有限公司", IdType.USCC, "91350100M000100Y43", "13905510001"), CLERK).known())
                .as("another city keeps its own file").isFalse();
    }

    @Test
    void a_household_register_bears_the_number_of_the_same_person() {
        var card = customers.register(CITY, party("李四", IdType.RESIDENT_ID, "440524188001010014", "13905510002"), CLERK);
        assertThat(customers.byIdentity(CITY, IdType.HOUSEHOLD_BOOK, "440524188001010014")).map(CustomerRef::id).contains(card.id());
        assertThat(customers.byIdentity(CITY, IdType.PASSPORT, "440524188001010014")).isEmpty();
    }

    @Test
    void another_name_on_the_same_number_is_a_warning_and_noted() {
        var first = customers.register(CITY, party("王芳芳", IdType.ORG_CODE, "D2143569-X", "13905510003"), CLERK);

        var again = customers.register(CITY, party("王方方", IdType.ORG_CODE, "D2143569X", "13905510003"), CLERK);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.warnings()).containsExactly(Violation.at("name", "customer.name-differs", "王芳芳", "王方方"));
        assertThat(customers.view(CITY, first.id()).orElseThrow().name()).isEqualTo("王芳芳");
        assertThat(jdbc.sql("select name from customer_name where unit = '3498' and customer_id = ?").param(first.id()).query(String.class).list())
                .containsExactly("王方方");
    }

    @Test
    void whoever_knows_a_number_online_cannot_put_her_own_phone_on_file() {
        var first = customers.register(CITY, party("赵六", IdType.PASSPORT, "E12345678", "13905510004"), CLERK);

        var online = customers.register(CITY, party("赵六", IdType.PASSPORT, "E12345678", "13999999999"), ONLINE);

        assertThat(online.warnings()).extracting(Violation::rule).containsExactly("customer.phone-differs");
        assertThat(customers.view(CITY, first.id()).orElseThrow().phone()).isEqualTo("****0004");

        customers.register(CITY, party("赵六", IdType.PASSPORT, "E12345678", "13905510044"), CLERK);
        assertThat(customers.view(CITY, first.id()).orElseThrow().phone()).isEqualTo("****0044");
    }

    @Test
    void numbers_are_masked_unless_there_is_a_reason_which_is_kept() {
        var agent = new Party.Agent("钱七", "11010519491231002X", "0551-62345678", TODAY.plusYears(1));
        var ref = customers.register(CITY, new Party("孙八", IdType.PASSPORT, "G87654321", "孙经理", "13905510005", agent), CLERK);

        assertThat(customers.view(CITY, ref.id())).contains(new CustomerView(CITY, ref.id(), "孙八", IdType.PASSPORT, "****4321", "孙经理", "****0005",
                new CustomerView.AgentView("钱七", "****002X", "****5678", TODAY.plusYears(1)), true));
        assertThat(customers.unmask(CITY, ref.id(), CLERK, " ")).isEqualTo(Answer.invalid(List.of(Violation.at("reason", "customer.unmask-without-reason"))));
        assertThat(unmaskings(ref.id())).isEmpty();

        var seen = ((Answer.Done<CustomerView>) customers.unmask(CITY, ref.id(), CLERK, "核对过户证件")).value();

        assertThat(List.of(seen.idNumber(), seen.phone(), seen.agent().idNumber(), seen.agent().phone()))
                .containsExactly("G87654321", "13905510005", "11010519491231002X", "0551-62345678");
        assertThat(unmaskings(ref.id())).containsExactly("c1 核对过户证件");
        assertThatThrownBy(() -> jdbc.sql("delete from unmasking").update())
                .rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void no_number_lies_in_the_table_in_clear() {
        var ref = customers.register(CITY, party("周九", IdType.PASSPORT, "P55667788", "13905516677"), CLERK);

        var row = jdbc.sql("select c::text || encode(id_number, 'escape') || encode(phone, 'escape') from customer c where unit = '3498' and customer_id = ?")
                .param(ref.id()).query(String.class).single();

        assertThat(row).contains("周九", "7788", "6677").doesNotContain("P55667788", "13905516677", "P5566", "139055");
    }

    @Test
    void a_number_moved_to_another_row_cannot_be_read() {
        var one = customers.register(CITY, party("吴十", IdType.PASSPORT, "P10101010", "13905510010"), CLERK);
        var other = customers.register(CITY, party("郑十一", IdType.PASSPORT, "P11111111", "13905510011"), CLERK);
        jdbc.sql("update customer set phone = (select phone from customer where unit = '3498' and customer_id = ?) where unit = '3498' and customer_id = ?")
                .param(one.id()).param(other.id()).update();

        assertThatThrownBy(() -> customers.unmask(CITY, other.id(), CLERK, "试读")).hasMessageContaining("can't be read");
    }

    @Test
    void customers_are_found_by_a_piece_of_the_name_or_the_last_four() {
        var ref = customers.register(CITY, party("合肥荣事达电子电器集团", IdType.USCC, "91440300708461136T", "13905517531"), CLERK);

        assertThat(customers.search(COUNTY, "荣事达", 10)).extracting(CustomerView::id).containsExactly(ref.id());
        assertThat(customers.search(CITY, "7531", 10)).extracting(CustomerView::id).containsExactly(ref.id());
        assertThat(customers.search(CITY, "136t", 10)).extracting(CustomerView::id).containsExactly(ref.id());
        assertThat(customers.search(CITY, "荣达事", 10)).isEmpty();
        assertThat(customers.search(CITY, "  ", 10)).isEmpty();
        assertThat(customers.search(new UnitCode("3401"), "荣事达电子电器", 10)).isEmpty();
    }

    @Test
    void everything_wrong_with_a_party_is_said_at_once() {
        var agent = new Party.Agent("", "123", "1", TODAY.minusDays(1));
        assertThat(customers.check(new Party(" ", IdType.USCC, "91440300708461136X", null, "12345", agent), TODAY))
                .extracting(Violation::field, Violation::rule).containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", "customer.name-missing"),
                        org.assertj.core.groups.Tuple.tuple("idNumber", "customer.id-uscc-check"),
                        org.assertj.core.groups.Tuple.tuple("phone", "customer.phone-shape"),
                        org.assertj.core.groups.Tuple.tuple("agent.name", "customer.name-missing"),
                        org.assertj.core.groups.Tuple.tuple("agent.idNumber", "customer.id-resident-shape"),
                        org.assertj.core.groups.Tuple.tuple("agent.phone", "customer.phone-shape"),
                        org.assertj.core.groups.Tuple.tuple("agent.authorisedUntil", "customer.authority-expired"));
    }

    @Test
    void a_place_is_found_again_in_another_spelling_and_learns_its_area() {
        var first = premises.register(CITY, "九华路88号3号楼2单元501房", null);
        var again = premises.register(CITY, "九华路88号 3栋2单元501室", "349802");
        var elsewhere = premises.register(CITY, "九华路88号3幢2单元501室", "349821");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(premises.find(CITY, first.id()).orElseThrow().area()).isEqualTo("349802");
        assertThat(elsewhere.id()).as("the same street in another county").isNotEqualTo(first.id());
        assertThat(premises.search(CITY, "3栋2单元", 10)).extracting(place -> place.id()).contains(first.id(), elsewhere.id());
    }

    @Test
    void of_many_who_register_one_identity_and_place_at_once_there_is_one() throws Exception {
        var barrier = new CyclicBarrier(8);
        var ids = new HashSet<String>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = pool.invokeAll(IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> {
                barrier.await();
                return customers.register(CITY, party("同时", IdType.PASSPORT, "R88888888", "13905518888"), CLERK).id() + "/"
                        + premises.register(CITY, "同时路8号", "349802").id();
            }).toList());
            for (var each : tries) {
                ids.add(each.get());
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void an_account_is_opened_once_changed_with_its_past_kept_and_closed() {
        var customer = customers.register(CITY, party("账户", IdType.PASSPORT, "A00000001", "13905510101"), CLERK).id();
        var place = premises.register(CITY, "账户路1号", null).id();
        var opening = CaseNo.of(CITY, 900_001);

        var account = accounts.open(order(opening, customer, place, "315"));
        assertThat(accounts.open(order(opening, customer, place, "315"))).isEqualTo(account);
        assertThat(accounts.ofCustomer(CITY, customer)).containsExactly(account);

        var increase = CaseNo.of(CITY, 900_002);
        var changed = ((Answer.Done<?>) accounts.change(account.consumerNo(), order(increase, customer, place, "630"))).value();
        assertThat(accounts.find(account.consumerNo()).orElseThrow()).isEqualTo(changed);
        assertThat(accounts.find(account.consumerNo()).orElseThrow().capacityKva()).isEqualByComparingTo("630");
        assertThat(jdbc.sql("select capacity_kva from account_change where unit = '3498' and consumer_no = ?").param(account.consumerNo().value())
                .query(BigDecimal.class).single()).isEqualByComparingTo("315");

        accounts.close(account.consumerNo(), CaseNo.of(CITY, 900_003), TODAY);
        assertThat(accounts.atPremises(CITY, place)).singleElement().matches(each -> !each.isOpen());
        assertThat(accounts.close(account.consumerNo(), increase, TODAY)).isEqualTo(Answer.refused(Refusal.Kind.CONFLICT,
                Violation.at("consumerNo", "customer.account-closed", account.consumerNo(), TODAY)));
    }

    @Test
    void arrears_are_the_customers_over_all_accounts_until_cleared() {
        var customer = customers.register(CITY, party("欠费", IdType.PASSPORT, "A00000002", "13905510102"), CLERK).id();
        var one = accounts.open(order(CaseNo.of(CITY, 900_011), customer, premises.register(CITY, "欠费路1号", null).id(), "50")).consumerNo();
        var two = accounts.open(order(CaseNo.of(CITY, 900_012), customer, premises.register(CITY, "欠费路2号", null).id(), "50")).consumerNo();

        arrears.record(one, new BigDecimal("120.50"), TODAY, CLERK);
        arrears.record(two, new BigDecimal("1.00"), TODAY.minusMonths(2), CLERK);
        arrears.record(one, new BigDecimal("240.50"), TODAY, CLERK);

        assertThat(arrears.arrearsOf(CITY, customer)).containsExactly(
                new Arrear(two, new BigDecimal("1.00"), TODAY.minusMonths(2)), new Arrear(one, new BigDecimal("240.50"), TODAY));
        assertThat(arrears.record(one, BigDecimal.ZERO, TODAY, CLERK)).isInstanceOf(Answer.Refused.class);

        assertThat(arrears.clear(two, CLERK)).isEqualTo(Answer.done(new Arrear(two, new BigDecimal("1.00"), TODAY.minusMonths(2))));
        assertThat(arrears.arrearsOf(CITY, customer)).extracting(Arrear::consumerNo).containsExactly(one);
        assertThat(arrears.clear(two, CLERK)).isInstanceOf(Answer.Refused.class);
    }

    private List<String> unmaskings(long customerId) {
        return jdbc.sql("select actor_id || ' ' || reason from unmasking where unit = '3498' and customer_id = ?").param(customerId).query(String.class).list();
    }

    private static Party party(String name, IdType type, String number, String phone) {
        return new Party(name, type, number, null, phone, null);
    }

    private static AccountOrder order(CaseNo caseNo, long customer, long place, String kva) {
        return new AccountOrder(caseNo, customer, place, new BigDecimal(kva), new BigDecimal("10"), "GENERAL", TODAY);
    }
}
