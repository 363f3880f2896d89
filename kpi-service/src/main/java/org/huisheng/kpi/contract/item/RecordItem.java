package org.huisheng.kpi.contract.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.BonusItem;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.ItemKind;
import org.huisheng.kpi.contract.conclusion.Findings;
import org.huisheng.kpi.observation.FrozenMonths;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/** Enters, on evidence, that a veto struck or that a bonus is granted. */
@ApplicationScoped
class RecordItem {

    private static final int EVIDENCE = 2000;
    private static final int LINK = 500;

    private final Contracts contracts;
    private final ItemRecords records;
    private final FrozenMonths frozenMonths;
    private final Clock clock;

    RecordItem(Contracts contracts, ItemRecords records, FrozenMonths frozenMonths, Clock clock) {
        this.contracts = contracts;
        this.records = records;
        this.frozenMonths = frozenMonths;
        this.clock = clock;
    }

    /** @param points of a bonus, what its item gives at most when absent */
    record NewRecord(
            @Nullable String item,
            @Nullable YearMonth month,
            @Nullable BigDecimal points,
            @Nullable String evidence,
            @Nullable String link) {}

    @Transactional
    ItemRecord record(UUID contractId, NewRecord wanted, String by) {
        var contract = contracts.byId(contractId).orElseThrow(() -> new NotFound("contract", contractId));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var findings = new Findings();
        var month = month(findings, contract, wanted.month(), YearMonth.from(now.atZone(Period.ZONE)));
        var code = findings.required("/item", wanted.item(), "");
        var kind = kind(contract, code);
        if (wanted.item() != null && kind == null) {
            findings.add("/item", "unknown-item", code);
        }
        var points = points(findings, contract, code, wanted.points());
        var evidence = findings.text("/evidence", findings.required("/evidence", wanted.evidence(), "-"), EVIDENCE);
        var link = link(findings, wanted.link());
        findings.refuse();
        var record = new ItemRecord(
                Uuid7.at(now),
                contract.id(),
                contract.department(),
                month,
                code,
                kind == null ? ItemKind.VETO : kind,
                points,
                evidence,
                link,
                by,
                now,
                null);
        records.add(record);
        return record;
    }

    /** What becomes known after the month was sealed counts in an open one: the sealed score stays, and says all it rests on. */
    private YearMonth month(Findings findings, Contract contract, @Nullable YearMonth proposed, YearMonth present) {
        var month = findings.required("/month", proposed, YearMonth.of(contract.year(), 1));
        if (month.getYear() != contract.year()) {
            findings.add("/month", "not-in-year", String.valueOf(contract.year()));
        } else if (proposed != null && month.isAfter(present)) {
            findings.add("/month", "in-the-future");
        } else if (proposed != null) {
            var counting = frozenMonths.counting(month);
            if (!counting.equals(month)) {
                findings.add("/month", "sealed-month", counting.toString());
            }
        }
        return month;
    }

    private static @Nullable ItemKind kind(Contract contract, String code) {
        if (contract.terms().vetoItems().stream().anyMatch(item -> item.code().equals(code))) {
            return ItemKind.VETO;
        }
        return bonus(contract, code) == null ? null : ItemKind.BONUS;
    }

    private static @Nullable BonusItem bonus(Contract contract, String code) {
        return contract.terms().bonusItems().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal points(
            Findings findings, Contract contract, String code, @Nullable BigDecimal proposed) {
        var item = bonus(contract, code);
        if (item == null) {
            if (proposed != null && kind(contract, code) == ItemKind.VETO) {
                findings.add("/points", "points-without-bonus");
            }
            return null;
        }
        var points = findings.points("/points", proposed, item.points(), 0, 100);
        if (points.signum() == 0) {
            findings.add("/points", "points-not-positive");
        }
        if (points.compareTo(item.points()) > 0) {
            findings.add("/points", "more-than-item-gives", item.points().toPlainString());
        }
        return points;
    }

    private static @Nullable String link(Findings findings, @Nullable String proposed) {
        if (proposed == null) {
            return null;
        }
        findings.text("/link", proposed, LINK);
        if (!isWebAddress(proposed)) {
            findings.add("/link", "no-web-address");
        }
        return proposed;
    }

    /** Others will follow it, so it is nothing their browser would run. */
    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme()));
        } catch (URISyntaxException no) {
            return false;
        }
    }
}
