package hk.itf.disbursement.award;

import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.Parties;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.json.Json;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What an award came from: the application by its reference, the rules it was judged by, and who may be paid. */
@Embeddable
class AwardOrigin {

    private String reference;

    private String scheme;

    private int schemeVersion;

    /** The applicant, until one of the parties has signed. */
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

    /** By one of the parties to the approval: nobody else is ever paid. */
    void signedBy(OrganisationId grantee) {
        if (!Json.read(parties, Parties.class).all().contains(grantee)) {
            throw new IllegalStateException("organisation " + grantee + " is no party to grant " + reference);
        }
        organisation = grantee.value();
    }

    String reference() {
        return reference;
    }

    /** With its version, such as {@code rth/v2}. */
    String scheme() {
        return scheme + "/v" + schemeVersion;
    }

    OrganisationId organisation() {
        return OrganisationId.of(organisation);
    }
}
