package org.huisheng.feedback.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.enterprise.Contact;
import org.huisheng.feedback.enterprise.Enterprises;
import org.huisheng.feedback.outcome.Identifying.Known;
import org.jspecify.annotations.Nullable;

/** Gathers whom a case could give away. */
@ApplicationScoped
public class WhatIsKnown {

    private final Enterprises enterprises;

    WhatIsKnown(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Transactional(TxType.MANDATORY)
    public Known about(Case matter) {
        var intake = matter.intake();
        var stakeholder = intake.stakeholder();
        var names = new HashSet<String>();
        var contacts = new HashSet<String>();
        if (stakeholder != null) {
            names.addAll(those(stakeholder.name(), stakeholder.organisation()));
            contacts.addAll(those(stakeholder.phone(), stakeholder.email()));
            for (var contact : contactsOf(stakeholder.organisation())) {
                names.add(contact.name());
                contacts.addAll(those(contact.phone(), contact.email()));
            }
        }
        return new Known(names, contacts, intake.description());
    }

    private List<Contact> contactsOf(@Nullable String organisation) {
        return organisation == null ? List.of() : enterprises.contactsAt(organisation);
    }

    private static Set<String> those(@Nullable String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
