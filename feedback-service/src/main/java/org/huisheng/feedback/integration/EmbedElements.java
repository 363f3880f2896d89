package org.huisheng.feedback.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huisheng.events.CsrEvent.CsrElementStaged;
import org.huisheng.feedback.integration.CsrElement.Asked;
import org.huisheng.feedback.integration.CsrElements.Filter;
import org.huisheng.feedback.integration.CsrStaging.Proof;
import org.huisheng.feedback.process.Process;
import org.huisheng.feedback.process.Processes;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Plans elements and takes them forward: the office all of them, a liaison those of their department's processes. Whether one is
 * worth something is for the office to say, and for nobody of the department itself.
 */
@ApplicationScoped
class EmbedElements {

    private final CsrElements elements;
    private final Processes processes;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    EmbedElements(CsrElements elements, Processes processes, Outbox outbox, Caller caller, Clock clock) {
        this.elements = elements;
        this.processes = processes;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Kept(CsrElement element, boolean isNew) {}

    record Whole(CsrElement element, List<CsrStaging> history) {}

    @Transactional
    Kept plan(@Nullable UUID chosenId, String code, Asked asked) {
        processes.requireActive("/process", code);
        var process = processes.hold(code);
        var owner = requireOwner(process);
        requireAllowed(owner);
        var known = chosenId == null ? null : elements.findById(chosenId);
        if (known != null) {
            if (!known.wasMadeOf(code, asked)) {
                throw new Conflict("csr-element-differs", known.id());
            }
            return new Kept(known, false);
        }
        requireKnown(process, asked);
        if (elements.ofProcess(code) >= CsrElement.MOST_OF_A_PROCESS) {
            throw new Conflict("too-many-csr-elements", CsrElement.MOST_OF_A_PROCESS);
        }
        var now = clock.instant();
        var made = new CsrElement(chosenId == null ? Uuid7.at(now) : chosenId, code, asked, caller.name(), now);
        elements.persist(made);
        keep(made, made.planned(), owner, now);
        return new Kept(made, true);
    }

    @Transactional
    CsrElement revise(UUID id, @Nullable Long expected, Asked asked) {
        var element = mine(id, expected);
        if (!Objects.equals(asked.step(), element.step().orElse(null))) {
            requireKnown(processes.require(element.process()), asked);
        }
        element.revise(asked, clock.instant());
        elements.flush();
        return element;
    }

    @Transactional
    CsrElement reach(UUID id, @Nullable Long expected, CsrStage stage, Proof proof) {
        var element = elements.require(id);
        // Held, so that of two elements at once one is the first of the process.
        var owner = requireOwner(processes.hold(element.process()));
        requireAllowed(owner);
        if (stage == CsrStage.EVALUATED) {
            requireJudge(owner);
        }
        element.verify(expected);
        var now = clock.instant();
        keep(element, element.reach(stage, proof, caller.name(), now), owner, now);
        return element;
    }

    @Transactional
    CsrElement retire(UUID id, @Nullable Long expected, String reason) {
        var element = mine(id, expected);
        element.retire(reason, caller.name(), clock.instant());
        elements.flush();
        return element;
    }

    private void keep(CsrElement element, CsrStaging reached, String owner, Instant now) {
        var isFirst = elements.isFirst(element.process(), reached.stage());
        // The element first: whoever loses a race hears of the lost update, not of a doubled stage.
        elements.flush();
        elements.getEntityManager().persist(reached);
        elements.flush();
        var staged = new CsrElementStaged(
                element.id(),
                element.process(),
                element.step().orElse(null),
                owner,
                reached.stage().told(),
                isFirst,
                now.truncatedTo(ChronoUnit.MICROS));
        outbox.append(staged, element::version);
    }

    private CsrElement mine(UUID id, @Nullable Long expected) {
        var element = elements.require(id);
        requireAllowed(requireOwner(processes.require(element.process())));
        element.verify(expected);
        return element;
    }

    /** What counts has to count for somebody. */
    private static String requireOwner(Process process) {
        var owner = process.profile().department();
        if (owner == null) {
            throw new Conflict("process-without-owner", process.code());
        }
        return owner;
    }

    private static void requireKnown(Process process, Asked asked) {
        if (asked.step() != null && process.step(asked.step()).isEmpty()) {
            throw new RuleViolated(List.of(new Violation("/step", "unknown-step", asked.step())));
        }
    }

    private void requireAllowed(String owner) {
        if (!caller.hasRole(Role.OFFICE)
                && caller.department().filter(owner::equals).isEmpty()) {
            throw new NotAllowed("foreign-department");
        }
    }

    private void requireJudge(String owner) {
        if (!caller.hasRole(Role.OFFICE)
                || caller.department().filter(owner::equals).isPresent()) {
            throw new NotAllowed("own-csr-element");
        }
    }

    @Transactional
    Whole one(UUID id) {
        return new Whole(elements.require(id), elements.history(id));
    }

    @Transactional
    List<CsrElement> latest(Filter filter, @Nullable UUID before, int limit) {
        return elements.latest(filter, before, limit);
    }
}
