package org.yekuo.stage.metering.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.stage.metering.Installations;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** The tables of work orders, devices and seals. */
@Component
class InstallationStore implements Installations {

    private static final String PUT_ORDER = """
            insert into meter_work_order (unit, case_no, phase, order_no, installed_on, installers, customer_signer)
            values (:unit, :caseNo, :phase, :orderNo, :installedOn, :installers, :customerSigner)
            on conflict (unit, case_no, phase) do update set order_no = excluded.order_no, installed_on = excluded.installed_on,
              installers = excluded.installers, customer_signer = excluded.customer_signer""";

    private static final String CLEAR_DEVICES = "delete from meter where unit = :unit and case_no = :caseNo and phase = :phase";

    private static final String CLEAR_SEALS = "delete from seal where unit = :unit and case_no = :caseNo and phase = :phase";

    private static final String PUT_DEVICE = """
            insert into meter (unit, case_no, phase, asset_no, point, kind, spec, accuracy, reactive_accuracy, ratio, active_kwh, reactive_kvarh,
              certificate_no, certified_until, installed_on)
            values (:unit, :caseNo, :phase, :assetNo, :point, :kind, :spec, :accuracy, :reactiveAccuracy, :ratio, :activeKwh, :reactiveKvarh,
              :certificateNo, :certifiedUntil, :installedOn)""";

    private static final String PUT_SEAL = """
            insert into seal (unit, case_no, phase, seal_no, position, asset_no) values (:unit, :caseNo, :phase, :sealNo, :position, :assetNo)""";

    /** In one order, so that two acts that want the same numbers wait for each other and never each for the other. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(:unit || ' ' || number, 0))
            from (select number from unnest(:numbers) number order by number offset 0) ordered""";

    /** By meter_installed. */
    private static final String DEVICES_ELSEWHERE = """
            select asset_no, case_no from meter
            where unit = :unit and asset_no in (:numbers) and removed_on is null and (case_no, phase) <> (:caseNo, :phase)""";

    /** By seal_used. */
    private static final String SEALS_ELSEWHERE = """
            select seal_no, case_no from seal where unit = :unit and seal_no in (:numbers) and (case_no, phase) <> (:caseNo, :phase)""";

    private static final String TAKE_OFF = """
            update meter set removed_on = :on where unit = :unit and case_no = :caseNo and removed_on is null""";

    private static final String COLUMNS = """
            select case_no, phase, point, kind, asset_no, spec, accuracy, ratio, active_kwh, certified_until, installed_on from meter
            """;

    private static final String OF = COLUMNS + """
            where unit = :unit and case_no = :caseNo and removed_on is null order by phase, point, kind, asset_no""";

    /** By meter_installed. */
    private static final String FIND = COLUMNS + "where unit = :unit and asset_no = :assetNo and removed_on is null";

    private static final String SEALS_OF = """
            select case_no, phase, seal_no, position, asset_no from seal where unit = :unit and case_no = :caseNo order by phase, seal_no""";

    private final JdbcClient jdbc;

    InstallationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts what was installed in the place of what an earlier round had. */
    void put(CaseNo caseNo, int phase, String orderNo, MeteringInstalled result) {
        on(PUT_ORDER, caseNo, phase)
                .param("orderNo", orderNo)
                .param("installedOn", result.installedOn())
                .param("installers", result.installers().toArray(String[]::new))
                .param("customerSigner", result.customerSigner())
                .update();
        on(CLEAR_SEALS, caseNo, phase).update();
        on(CLEAR_DEVICES, caseNo, phase).update();
        for (var device : result.devices()) {
            on(PUT_DEVICE, caseNo, phase)
                    .param("assetNo", device.assetNo())
                    .param("point", device.point())
                    .param("kind", device.kind().name())
                    .param("spec", device.spec())
                    .param("accuracy", device.accuracy())
                    .param("reactiveAccuracy", device.reactiveAccuracy())
                    .param("ratio", device.ratio())
                    .param("activeKwh", device.activeKwh())
                    .param("reactiveKvarh", device.reactiveKvarh())
                    .param("certificateNo", device.certificate().no())
                    .param("certifiedUntil", device.certificate().validUntil())
                    .param("installedOn", result.installedOn())
                    .update();
        }
        for (var seal : result.seals()) {
            on(PUT_SEAL, caseNo, phase)
                    .param("sealNo", seal.sealNo()).param("position", seal.position().name()).param("assetNo", seal.assetNo()).update();
        }
    }

    /** The case ended before the supply began: its devices go back to the store; a seal once used is not used again. */
    void takeOff(CaseNo caseNo, LocalDate on) {
        jdbc.sql(TAKE_OFF).param("on", on).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value()).update();
    }

    /** Nobody else uses these numbers of devices and seals until the act ends. */
    void lock(UnitCode unit, List<String> numbers) {
        jdbc.sql(LOCK).param("unit", unit.value()).param("numbers", numbers.toArray(String[]::new)).query((row, n) -> n).list();
    }

    /** Devices of these numbers that are installed elsewhere, and in which case. */
    Map<String, String> devicesElsewhere(CaseNo caseNo, int phase, List<String> numbers) {
        return elsewhere(DEVICES_ELSEWHERE, caseNo, phase, numbers);
    }

    Map<String, String> sealsElsewhere(CaseNo caseNo, int phase, List<String> numbers) {
        return elsewhere(SEALS_ELSEWHERE, caseNo, phase, numbers);
    }

    private Map<String, String> elsewhere(String sql, CaseNo caseNo, int phase, List<String> numbers) {
        var found = new TreeMap<String, String>();
        if (!numbers.isEmpty()) {
            on(sql, caseNo, phase).param("numbers", numbers).query((row, n) -> found.put(row.getString(1), row.getString(2))).list();
        }
        return found;
    }

    private JdbcClient.StatementSpec on(String sql, CaseNo caseNo, int phase) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value()).param("phase", phase);
    }

    @Override
    public Map<String, String> devicesInUse(UnitCode unit, Collection<String> assetNos) {
        return inUse("select asset_no, case_no from meter where unit = :unit and asset_no in (:numbers) and removed_on is null", unit, assetNos);
    }

    @Override
    public Map<String, String> sealsInUse(UnitCode unit, Collection<String> sealNos) {
        return inUse("select seal_no, case_no from seal where unit = :unit and seal_no in (:numbers)", unit, sealNos);
    }

    private Map<String, String> inUse(String sql, UnitCode unit, Collection<String> numbers) {
        var found = new TreeMap<String, String>();
        if (!numbers.isEmpty()) {
            jdbc.sql(sql).param("unit", unit.value()).param("numbers", numbers).query((row, n) -> found.put(row.getString(1), row.getString(2))).list();
        }
        return found;
    }

    @Override
    public List<Violation> install(CaseNo caseNo, Lot lot) {
        var assetNos = lot.meters().stream().map(LotMeter::assetNo).toList();
        var sealNos = lot.meters().stream().map(LotMeter::sealNo).toList();
        lock(caseNo.unit(), Stream.concat(assetNos.stream(), sealNos.stream()).toList());
        var found = new ArrayList<Violation>();
        devicesInUse(caseNo.unit(), assetNos).forEach((assetNo, other) -> found.add(Violation.of("metering.asset-in-use", assetNo, other)));
        sealsInUse(caseNo.unit(), sealNos).forEach((sealNo, other) -> found.add(Violation.of("metering.seal-in-use", sealNo, other)));
        if (found.isEmpty()) {
            lot.meters().forEach(meter -> put(caseNo, meter.part(), "%s-%05d".formatted(lot.orderNo(), meter.part()), installed(lot, meter)));
        }
        return found;
    }

    private static MeteringInstalled installed(Lot lot, LotMeter meter) {
        var device = new MeteringInstalled.Device(String.valueOf(meter.part()), MeteringInstalled.Kind.METER, meter.assetNo(), lot.spec(), lot.accuracy(), null, null,
                meter.startKwh(), null, new MeteringInstalled.Certificate(lot.certificateNo(), lot.installedOn(), lot.certifiedUntil()));
        return new MeteringInstalled(lot.installedOn(), lot.installers(), List.of(device),
                List.of(new MeteringInstalled.Seal(meter.sealNo(), MeteringInstalled.Position.METER, meter.assetNo())), lot.customerSigner(), null);
    }

    @Override
    public List<Installed> of(UnitCode unit, CaseNo caseNo) {
        return jdbc.sql(OF).param("unit", unit.value()).param("caseNo", caseNo.value()).query(InstallationStore::installed).list();
    }

    @Override
    public List<Sealed> sealsOf(UnitCode unit, CaseNo caseNo) {
        return jdbc.sql(SEALS_OF).param("unit", unit.value()).param("caseNo", caseNo.value())
                .query((row, n) -> new Sealed(new CaseNo(row.getString("case_no")), row.getInt("phase"), row.getString("seal_no"),
                        MeteringInstalled.Position.valueOf(row.getString("position")), row.getString("asset_no"))).list();
    }

    @Override
    public Optional<Installed> find(UnitCode unit, String assetNo) {
        return jdbc.sql(FIND).param("unit", unit.value()).param("assetNo", assetNo).query(InstallationStore::installed).optional();
    }

    private static Installed installed(ResultSet row, int n) throws SQLException {
        return new Installed(new CaseNo(row.getString("case_no")), row.getInt("phase"), row.getString("point"),
                MeteringInstalled.Kind.valueOf(row.getString("kind")), row.getString("asset_no"), row.getString("spec"), row.getString("accuracy"),
                row.getString("ratio"), row.getBigDecimal("active_kwh"), row.getObject("certified_until", LocalDate.class),
                row.getObject("installed_on", LocalDate.class));
    }
}
