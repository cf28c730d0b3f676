package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.Problems;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.api.internal.Takes;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Evaluation;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.acceptance.CommunityLoad;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** The regulation, open to everybody (办事公开, 细则 2.4): the same rows the program works by, each with its clause. */
@Tag(name = "8 规则 Regulation", description = "办事公开：与系统执行同一数据")
@RestController
@RequestMapping("/api/v1/regulations")
class RegulationsApi {

    record PackInfo(String id, Pack.Kind kind, List<String> includes, Text name, LocalDate effectiveFrom, @Nullable LocalDate effectiveUntil, String hash) {}

    private static final List<String> METERING = List.of("meter-class", "metering-mode", "tariff-scheme", "power-factor");
    private static final List<String> CONTRACTS = List.of("contract", "contract-annexes", "reply-validity");

    private final Regulations regulations;
    private final Problems problems;

    RegulationsApi(Regulations regulations, Problems problems) {
        this.regulations = regulations;
        this.problems = problems;
    }

    @GetMapping
    List<PackInfo> packs() {
        return regulations.all().stream().map(pack -> new PackInfo(pack.id(), pack.kind(), pack.includes(), pack.name(), pack.effectiveFrom(), pack.effectiveUntil(), pack.hash())).toList();
    }

    @GetMapping("/{pack}/{part:procedures|limits|checklists|approvals|fees|metering|contracts|separations|reasons|tables|facts}")
    Object part(@PathVariable String pack, @PathVariable String part) {
        Function<Pack, Object> read = switch (part) {
            case "procedures" -> Pack::procedures;
            case "limits" -> Pack::limits;
            case "checklists" -> Pack::checklists;
            case "approvals" -> Pack::approvals;
            case "fees" -> Pack::fees;
            case "separations" -> Pack::separations;
            case "reasons" -> Pack::reasons;
            case "facts" -> Pack::facts;
            case "metering" -> found -> tables(found, METERING);
            case "contracts" -> found -> tables(found, CONTRACTS);
            default -> found -> new TreeMap<>(found.tables());
        };
        return read.apply(find(pack));
    }

    /** What the pack says for the facts given as query parameters. */
    @GetMapping("/{pack}/evaluate")
    ResponseEntity<Object> evaluate(@PathVariable String pack, @RequestParam Map<String, String> facts) {
        return switch (Evaluation.of(find(pack), facts)) {
            case Answer.Done<Evaluation>(var evaluation) -> ResponseEntity.ok(evaluation);
            case Answer.Refused<Evaluation>(var refusal) -> problems.of(refusal);
        };
    }

    /** The load of a residential community by the pack's table (小区负荷测算). */
    @PostMapping("/{pack}/community-load")
    @Takes(CommunityLoad.Stated.class)
    CommunityLoad communityLoad(@PathVariable String pack, JsonBody body) {
        var found = find(pack);
        if (!CommunityLoad.isReckonedBy(found)) {
            throw new RefusedRequest(HttpStatus.NOT_FOUND, List.of(Violation.of("regulation.no-community-load", pack)));
        }
        return CommunityLoad.of(found, body.as(CommunityLoad.Stated.class));
    }

    private Pack find(String id) {
        return regulations.pack(id).orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, List.of(Violation.of("regulation.no-such-pack", id))));
    }

    private static Map<String, DecisionTable> tables(Pack pack, List<String> names) {
        var found = new TreeMap<>(pack.tables());
        found.keySet().retainAll(names);
        return found;
    }
}
