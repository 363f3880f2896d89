package org.huisheng.feedback.enterprise;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A customer in one of the parks, visited every month as long as it is active. */
@Entity
public class Enterprise {

    @Id
    private UUID id;

    @Version
    private long version;

    private String park;
    private String name;
    private @Nullable String trade;

    @Enumerated(EnumType.STRING)
    private @Nullable EnterpriseSize size;

    private boolean active;
    private Instant createdAt;
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "enterprise_contact", joinColumns = @JoinColumn(name = "enterprise"))
    @OrderColumn(name = "ordinal")
    private List<Contact> contacts = new ArrayList<>();

    @NullUnmarked
    protected Enterprise() {}

    /** What the office writes down about an enterprise. @param contacts the first is whom one asks for */
    public record Profile(
            String park,
            String name,
            @Nullable String trade,
            @Nullable EnterpriseSize size,
            boolean active,
            List<Contact> contacts) {

        public Profile {
            contacts = List.copyOf(contacts);
        }
    }

    public Enterprise(UUID id, Profile profile, Instant now) {
        this.id = id;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
        write(profile);
    }

    void change(Profile profile, Instant now) {
        write(profile);
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void write(Profile profile) {
        park = profile.park();
        name = profile.name();
        trade = profile.trade();
        size = profile.size();
        active = profile.active();
        if (!contacts.equals(profile.contacts())) {
            contacts.clear();
            contacts.addAll(profile.contacts());
        }
    }

    /** Whether the register knows that one is reached where this contact is. */
    public boolean isReachedBy(Contact contact) {
        return contacts.stream().anyMatch(known -> contact.isReachedAs(known));
    }

    /** @throws Outdated if the enterprise has been changed since */
    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public String park() {
        return park;
    }

    public String name() {
        return name;
    }

    public Optional<String> trade() {
        return Optional.ofNullable(trade);
    }

    public Optional<EnterpriseSize> size() {
        return Optional.ofNullable(size);
    }

    public boolean isActive() {
        return active;
    }

    public List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
