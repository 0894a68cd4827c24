package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.id.OrganisationId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The organisations with a part in a grant. Conflicts of interest are checked against them. */
public record Parties(OrganisationId applicant, List<OrganisationId> partners, List<OrganisationId> sponsors) {

    public Parties {
        partners = List.copyOf(partners);
        sponsors = List.copyOf(sponsors);
    }

    public static Parties of(OrganisationId applicant) {
        return new Parties(applicant, List.of(), List.of());
    }

    @JsonIgnore
    public Set<OrganisationId> all() {
        var all = new LinkedHashSet<OrganisationId>();
        all.add(applicant);
        all.addAll(partners);
        all.addAll(sponsors);
        return all;
    }
}
