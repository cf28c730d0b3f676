package org.yekuo.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.regulation.Basis;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/**
 * A case a test makes up, for the stages' rooms: a low-voltage resident of Hefei, accepted on 5 June 2008, until the test says otherwise.
 * Every {@code with…} changes this view and returns it.
 */
public final class FakeCaseView implements CaseView {

    /** 5 June 2008, a Thursday, is the day of T01. */
    public static final LocalDate DAY = LocalDate.of(2008, 6, 5);

    private CaseNo caseNo = CaseNo.of(new UnitCode("3401"), 1);
    private UnitCode handledBy = new UnitCode("3401");
    private Pack pack = emptyPack();
    private Procedure procedure = new Procedure("test", new Text("试", "Test"), Criteria.ALWAYS, List.of(), basis());
    private Facts facts = Facts.NONE;
    private Application application = resident();
    private @Nullable LocalDate acceptedOn = DAY;
    private LocalDate today = DAY;
    private Actor actor = Actor.staff("S001", "张敏");
    private int phase;
    private int round = 1;
    private List<String> requestedPapers = List.of();
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Map<Integer, StageResult>> results = new HashMap<>();
    private final List<StageResult> earlierRounds = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<String, LocalDate> signals = new HashMap<>();
    private final List<String> refusedEarlierBy = new ArrayList<>();

    public static FakeCaseView aCase() {
        return new FakeCaseView();
    }

    /** A case under these rules, its facts over the defaults the pack declares. */
    public static FakeCaseView under(Pack pack, Map<String, ?> facts) {
        return aCase().withPack(pack).withFacts(pack.withDefaults(Facts.NONE.with(facts)));
    }

    /** 王某: single-phase, 8 kW. */
    public static Application resident() {
        return new Application("合肥庐阳营业厅", "NEW_INSTALL", Application.Channel.COUNTER, "PERSON", "王某", "合肥市庐阳区长江中路 1 号", null,
                new Application.Project(null, "RESIDENTIAL", null, null),
                new Application.Load(new BigDecimal("8.89"), new BigDecimal("8"), "SINGLE", null, 1, 1, "NONE"), null, false);
    }

    /** A works that asks for {@code capacityKva} from {@code sources} sources, each over one circuit. */
    public static Application works(String capacityKva, int sources, String importance) {
        return new Application("合肥庐阳营业厅", "NEW_INSTALL", Application.Channel.COUNTER, "ORGANISATION", "合肥某机械厂", "合肥市包河区工业路 8 号", null,
                new Application.Project("机械加工车间", "INDUSTRIAL", "通用设备制造", "齿轮"),
                new Application.Load(new BigDecimal(capacityKva), null, "THREE", null, sources, sources, importance),
                LocalDate.of(2008, 12, 1), false);
    }

    /** A pack with nothing in it. */
    public static Pack emptyPack() {
        return packOf(List.of(), List.of(), List.of());
    }

    /** A pack with only these rows. */
    public static Pack packOf(List<ChecklistRow> checklists, List<ApprovalRow> approvals, List<FeeItem> fees, DecisionTable... tables) {
        var named = new TreeMap<String, DecisionTable>();
        named.put("need-change", needChange());
        for (var table : tables) {
            named.put(table.name(), table);
        }
        return new Pack("test", Pack.Kind.COMPLETE, List.of(), "0", new Text("试", "Test"), LocalDate.of(2008, 1, 1), null, Pack.DayZero.START_DAY, List.of(), List.of(), List.of(), List.of(),
                checklists, approvals, List.of(), fees, List.of(), named, Map.of());
    }

    /** Ten per cent and thirty days, as everywhere. */
    private static DecisionTable needChange() {
        return new DecisionTable("need-change", new Text("试", "Test"), DecisionTable.Hits.ONE, List.of(new DecisionTable.Row("need-change", Criteria.ALWAYS,
                Map.of("tolerancePercent", BigDecimal.TEN, "sameNeedDays", BigDecimal.valueOf(30), "carries", List.of("ASSESSED")), basis())));
    }

    public static Basis basis() {
        return new Basis(new Clause("试"), null, false, null);
    }

    public FakeCaseView withCaseNo(CaseNo caseNo) {
        this.caseNo = caseNo;
        return this;
    }

    public FakeCaseView withHandledBy(String unit) {
        this.handledBy = new UnitCode(unit);
        return this;
    }

    public FakeCaseView withPack(Pack pack) {
        this.pack = pack;
        return this;
    }

    public FakeCaseView withProcedure(Procedure procedure) {
        this.procedure = procedure;
        return this;
    }

    public FakeCaseView withFacts(Facts facts) {
        this.facts = facts;
        return this;
    }

    public FakeCaseView withFact(String name, Object value) {
        this.facts = facts.with(name, value);
        return this;
    }

    public FakeCaseView withApplication(Application application) {
        this.application = application;
        return this;
    }

    public FakeCaseView withAcceptedOn(@Nullable LocalDate day) {
        this.acceptedOn = day;
        return this;
    }

    public FakeCaseView withToday(LocalDate day) {
        this.today = day;
        return this;
    }

    public FakeCaseView withActor(Actor actor) {
        this.actor = actor;
        return this;
    }

    public FakeCaseView withPhase(int phase) {
        this.phase = phase;
        return this;
    }

    public FakeCaseView withRound(int round) {
        this.round = round;
        return this;
    }

    public FakeCaseView withRequestedPapers(String... papers) {
        this.requestedPapers = List.of(papers);
        return this;
    }

    public FakeCaseView withPart(Part part) {
        parts.add(part);
        return this;
    }

    /** The stage has passed with this result, and is settled. */
    public FakeCaseView withResult(String stage, StageResult result) {
        return withResult(stage, 0, result);
    }

    public FakeCaseView withResult(String stage, int phase, StageResult result) {
        results.computeIfAbsent(stage, key -> new TreeMap<>()).put(phase, result);
        settled.add(stage);
        return this;
    }

    /** The result of an earlier round; call it oldest first. The round counts up. */
    public FakeCaseView withEarlierRound(StageResult result) {
        earlierRounds.add(result);
        round = earlierRounds.size() + 1;
        return this;
    }

    public FakeCaseView withSettled(String... stages) {
        settled.addAll(List.of(stages));
        return this;
    }

    public FakeCaseView withSkipped(String... stages) {
        skipped.addAll(List.of(stages));
        settled.addAll(List.of(stages));
        return this;
    }

    public FakeCaseView withSignal(String signal, LocalDate day) {
        signals.put(signal, day);
        return this;
    }

    /** An earlier round was closed without passing by this member of staff. */
    public FakeCaseView withRefusalBy(String staffNo) {
        refusedEarlierBy.add(staffNo);
        return this;
    }

    @Override
    public CaseNo caseNo() {
        return caseNo;
    }

    @Override
    public UnitCode unit() {
        return caseNo.unit();
    }

    @Override
    public UnitCode handledBy() {
        return handledBy;
    }

    @Override
    public Pack pack() {
        return pack;
    }

    @Override
    public Procedure procedure() {
        return procedure;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public long customerId() {
        return 1;
    }

    @Override
    public long premisesId() {
        return 1;
    }

    @Override
    public Application application() {
        return application;
    }

    @Override
    public @Nullable LocalDate acceptedOn() {
        return acceptedOn;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public int phase() {
        return phase;
    }

    @Override
    public int round() {
        return round;
    }

    @Override
    public List<String> requestedPapers() {
        return requestedPapers;
    }

    @Override
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    @Override
    public <R extends StageResult> Optional<R> result(String stage, Class<R> type) {
        var byPhase = results.getOrDefault(stage, Map.of());
        var found = byPhase.containsKey(phase) ? byPhase.get(phase)
                : byPhase.containsKey(0) ? byPhase.get(0)
                : byPhase.size() == 1 ? byPhase.values().iterator().next()
                : null;
        return Optional.ofNullable(found).map(type::cast);
    }

    @Override
    public <R extends StageResult> List<R> results(String stage, Class<R> type) {
        return results.getOrDefault(stage, Map.of()).values().stream().filter(Objects::nonNull).map(type::cast).toList();
    }

    @Override
    public <R extends StageResult> List<R> earlierRounds(Class<R> type) {
        return earlierRounds.stream().map(type::cast).toList();
    }

    @Override
    public boolean settled(String stage) {
        return settled.contains(stage);
    }

    @Override
    public boolean skipped(String stage) {
        return skipped.contains(stage);
    }

    @Override
    public Optional<LocalDate> signal(String signal) {
        return Optional.ofNullable(signals.get(signal));
    }

    @Override
    public List<String> refusedEarlierBy() {
        return List.copyOf(refusedEarlierBy);
    }
}
