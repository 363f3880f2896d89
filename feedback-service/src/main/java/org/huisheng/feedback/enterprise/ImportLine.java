package org.huisheng.feedback.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.enterprise.Enterprise.Profile;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/** What a row of a table says about an enterprise. What it does not say stays as it is. */
record ImportLine(
        String park,
        String name,
        @Nullable String trade,
        @Nullable EnterpriseSize size,
        @Nullable Boolean active,
        @Nullable Contact contact) {

    static final int MOST_CONTACTS = 20;

    private static final Map<String, EnterpriseSize> SIZES = Map.ofEntries(
            Map.entry("MICRO", EnterpriseSize.MICRO),
            Map.entry("微型", EnterpriseSize.MICRO),
            Map.entry("SMALL", EnterpriseSize.SMALL),
            Map.entry("小型", EnterpriseSize.SMALL),
            Map.entry("MEDIUM", EnterpriseSize.MEDIUM),
            Map.entry("中型", EnterpriseSize.MEDIUM),
            Map.entry("LARGE", EnterpriseSize.LARGE),
            Map.entry("大型", EnterpriseSize.LARGE));
    private static final Map<String, Boolean> TRUTHS = Map.of("是", true, "true", true, "否", false, "false", false);

    /**
     * @param parks code of each by code and by name
     * @throws RuleViolated naming all that is wrong with the row
     */
    static ImportLine of(Map<ImportColumn, String> cells, Map<String, String> parks) {
        var checks = new Checks();
        var line = new ImportLine(
                park(cells, parks, checks),
                checks.text(ImportColumn.NAME.path(), cells.get(ImportColumn.NAME), 200),
                checks.optionalText(ImportColumn.TRADE.path(), cells.get(ImportColumn.TRADE), 100),
                word(ImportColumn.SIZE, cells, SIZES, checks),
                word(ImportColumn.ACTIVE, cells, TRUTHS, checks),
                contact(cells, checks));
        checks.passed();
        return line;
    }

    private static String park(Map<ImportColumn, String> cells, Map<String, String> parks, Checks checks) {
        var said = checks.text(ImportColumn.PARK.path(), cells.get(ImportColumn.PARK), 100);
        if (cells.containsKey(ImportColumn.PARK) && !parks.containsKey(said)) {
            checks.add(ImportColumn.PARK.path(), "unknown-park", said);
        }
        return parks.getOrDefault(said, said);
    }

    private static <T> @Nullable T word(
            ImportColumn column, Map<ImportColumn, String> cells, Map<String, T> words, Checks checks) {
        var said = cells.get(column);
        if (said == null) {
            return null;
        }
        var meant = words.get(said);
        if (meant == null) {
            checks.add(column.path(), "unknown-word", said);
        }
        return meant;
    }

    private static @Nullable Contact contact(Map<ImportColumn, String> cells, Checks checks) {
        var post = checks.optionalText(ImportColumn.POST.path(), cells.get(ImportColumn.POST), 100);
        var phone = checks.optionalPhone(ImportColumn.PHONE.path(), cells.get(ImportColumn.PHONE));
        var email = checks.optionalEmail(ImportColumn.EMAIL.path(), cells.get(ImportColumn.EMAIL));
        if (post == null && phone == null && email == null && !cells.containsKey(ImportColumn.CONTACT)) {
            return null;
        }
        return new Contact(
                checks.text(ImportColumn.CONTACT.path(), cells.get(ImportColumn.CONTACT), 100), post, phone, email);
    }

    /** @throws RuleViolated if the enterprise would have more contacts than it can */
    Profile over(@Nullable Enterprise known) {
        if (known == null) {
            return new Profile(park, name, trade, size, active == null || active, contacts(List.of()));
        }
        return new Profile(
                park,
                name,
                trade == null ? known.trade().orElse(null) : trade,
                size == null ? known.size().orElse(null) : size,
                active == null ? known.isActive() : active,
                contacts(known.contacts()));
    }

    /** Whom a table names is whom one asks for; all others stay. */
    private List<Contact> contacts(List<Contact> known) {
        if (contact == null) {
            return known;
        }
        var all = new ArrayList<Contact>();
        all.add(known.stream()
                .filter(this::isSame)
                .findFirst()
                .map(one -> completed(contact, one))
                .orElse(contact));
        known.stream().filter(one -> !isSame(one)).forEach(all::add);
        if (all.size() > MOST_CONTACTS) {
            var checks = new Checks();
            checks.add(ImportColumn.CONTACT.path(), "too-many", MOST_CONTACTS);
            checks.passed();
        }
        return all;
    }

    private boolean isSame(Contact other) {
        return contact != null && contact.name().equals(other.name());
    }

    private static Contact completed(Contact said, Contact known) {
        return new Contact(
                said.name(),
                said.post() == null ? known.post() : said.post(),
                said.phone() == null ? known.phone() : said.phone(),
                said.email() == null ? known.email() : said.email());
    }

    @Override
    public String toString() {
        return "ImportLine[" + park + ", …]";
    }
}
