package org.huisheng.feedback.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.enterprise.Enterprise.Profile;
import org.huisheng.feedback.enterprise.Enterprises.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** Keeps the register of parks and enterprises. */
@ApplicationScoped
class KeepRegister {

    private final Parks parks;
    private final Enterprises enterprises;
    private final Caller caller;
    private final AuditTrail trail;
    private final Clock clock;

    KeepRegister(Parks parks, Enterprises enterprises, Caller caller, AuditTrail trail, Clock clock) {
        this.parks = parks;
        this.enterprises = enterprises;
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param contacts none for those who may not see them */
    record Entry(Enterprise enterprise, List<Contact> contacts) {}

    record WrittenPark(Park park, boolean isNew) {}

    @Transactional
    WrittenPark writePark(String code, String name, @Nullable Long expected) {
        var known = parks.findById(code);
        if (known == null) {
            if (expected != null) {
                throw new Outdated();
            }
            var park = new Park(code, name);
            parks.persistAndFlush(park);
            return new WrittenPark(park, true);
        }
        if (expected != null && expected != known.version()) {
            throw new Outdated();
        }
        known.rename(name);
        parks.flush();
        return new WrittenPark(known, false);
    }

    @Transactional
    Park park(String code) {
        return parks.findByIdOptional(code).orElseThrow(() -> new NotFound("park", code));
    }

    @Transactional
    List<Park> parks(@Nullable String after, int limit) {
        return parks.byCode(after, limit);
    }

    /** @throws Conflict if the park has an enterprise of that name */
    @Transactional
    Entry enter(Profile profile) {
        parks.require("/park", profile.park());
        requireNameFree(profile, null);
        var now = clock.instant();
        var enterprise = new Enterprise(Uuid7.at(now), profile, now);
        enterprises.persistAndFlush(enterprise);
        trail.makes(enterprise.id());
        return entry(enterprise);
    }

    @Transactional
    Entry change(UUID id, @Nullable Long expected, Profile profile) {
        var enterprise = enterprises.require(id);
        enterprise.verify(expected);
        parks.require("/park", profile.park());
        requireNameFree(profile, id);
        enterprise.change(profile, clock.instant());
        enterprises.flush();
        return entry(enterprise);
    }

    /** All or none; one that the park has already, by its name, is brought up to date. */
    @Transactional
    List<UUID> enterAll(List<Profile> profiles) {
        requireKnownParks(profiles);
        var now = clock.instant();
        var ids = new ArrayList<UUID>(profiles.size());
        for (var profile : profiles) {
            var enterprise = enterprises.inPark(profile.park(), profile.name(), now);
            enterprise.change(profile, now);
            ids.add(enterprise.id());
        }
        return ids;
    }

    @Transactional
    Entry read(UUID id) {
        return entry(enterprises.require(id));
    }

    @Transactional
    List<Enterprise> byName(Filter filter, @Nullable Keyset after, int limit) {
        return enterprises.byName(filter, after, limit);
    }

    private void requireKnownParks(List<Profile> profiles) {
        var unknown = new ArrayList<Violation>();
        for (var i = 0; i < profiles.size(); i++) {
            var park = profiles.get(i).park();
            if (parks.findById(park) == null) {
                unknown.add(new Violation("/enterprises/" + i + "/park", "unknown-park", park));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RuleViolated(unknown);
        }
    }

    private void requireNameFree(Profile profile, @Nullable UUID ownId) {
        var known = enterprises.named(profile.park(), profile.name());
        if (known.isPresent() && !known.get().id().equals(ownId)) {
            throw new Conflict("enterprise-exists", profile.name(), profile.park());
        }
    }

    private Entry entry(Enterprise enterprise) {
        return new Entry(enterprise, caller.hasRole(Role.OFFICE) ? enterprise.contacts() : List.of());
    }
}
