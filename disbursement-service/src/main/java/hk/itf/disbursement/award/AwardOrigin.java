package hk.itf.disbursement.award;

import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Parties;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.json.Json;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The application behind an award: its reference, the pinned scheme version and the parties. */
@Embeddable
class AwardOrigin {

    private String reference;

    private String scheme;

    private int schemeVersion;

    /** The applicant until the agreement; then the party that signed. */
    private UUID organisation;

    private String parties;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AwardOrigin() {}

    static AwardOrigin of(ApplicationApproved approved) {
        var origin = new AwardOrigin();
        origin.reference = approved.reference();
        origin.scheme = approved.scheme().id().value();
        origin.schemeVersion = approved.scheme().version();
        origin.organisation = approved.parties().applicant().value();
        origin.parties = Json.write(approved.parties());
        return origin;
    }

    /**
     * Makes a party the grantee.
     *
     * @throws IllegalStateException when the organisation is no party to the approval
     */
    void signedBy(OrganisationId grantee) {
        if (!Json.read(parties, Parties.class).all().contains(grantee)) {
            throw new IllegalStateException("organisation " + grantee + " is no party to grant " + reference);
        }
        organisation = grantee.value();
    }

    String reference() {
        return reference;
    }

    /** Scheme and version, such as {@code rth/v2}. */
    String scheme() {
        return scheme + "/v" + schemeVersion;
    }

    OrganisationId organisation() {
        return OrganisationId.of(organisation);
    }
}
