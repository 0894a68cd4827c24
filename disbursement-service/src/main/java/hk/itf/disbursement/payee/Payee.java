package hk.itf.disbursement.payee;

import hk.itf.model.DomainException;
import hk.itf.model.event.DisbursementEvent.PayeeVerified;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an organisation's bank details. A version filed by an applicant is pending. A payee verifier, never
 * the filer, verifies the version against evidence; after the cool-off, tranches are paid to it. The next version
 * supersedes it. The details of a version never change.
 */
@Entity
class Payee {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID organisation;

    private int number;

    private String holder;

    private String bankCode;

    private String accountNumber;

    @Enumerated(EnumType.STRING)
    private PayeeStatus status;

    private UUID filedBy;

    private Instant filedAt;

    private @Nullable UUID verifiedBy;

    private @Nullable Instant verifiedAt;

    private @Nullable Instant coolsOffAt;

    private @Nullable String evidence;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Payee() {}

    Payee(OrganisationId organisation, int number, BankDetails details, PersonId actor, Instant now) {
        this.id = Uuids.next();
        this.organisation = organisation.value();
        this.number = number;
        this.holder = details.holder();
        this.bankCode = details.bankCode();
        this.accountNumber = details.accountNumber();
        this.status = PayeeStatus.PENDING;
        this.filedBy = actor.value();
        this.filedAt = now;
    }

    /**
     * Verifies the bank details.
     *
     * @param seen the evidence that the verifier saw
     * @param coolOff the first moment at which the details are payable
     * @throws DomainException {@code illegal-transition}, or {@code four-eyes} for the person who filed the details
     */
    PayeeVerified verify(String seen, PersonId actor, Instant now, Instant coolOff) {
        var next = PayeeTransition.VERIFY.apply(status);
        if (actor.value().equals(filedBy)) {
            throw DomainException.conflict("four-eyes.payee");
        }
        status = next;
        evidence = seen;
        verifiedBy = actor.value();
        verifiedAt = now;
        coolsOffAt = coolOff;
        return new PayeeVerified(OrganisationId.of(organisation), actor, number, now, coolOff);
    }

    void supersede() {
        status = PayeeTransition.SUPERSEDE.apply(status);
    }

    PayeeVerification verification() {
        return new PayeeVerification(
                number,
                status == PayeeStatus.VERIFIED && verifiedBy != null ? PersonId.of(verifiedBy) : null,
                coolsOffAt);
    }

    PayeeView view() {
        return new PayeeView(
                number,
                holder,
                bankCode,
                new BankDetails(holder, bankCode, accountNumber).masked(),
                status.name(),
                PersonId.of(filedBy),
                filedAt,
                verifiedBy == null ? null : PersonId.of(verifiedBy),
                verifiedAt,
                coolsOffAt,
                evidence,
                version);
    }

    BankDetails details() {
        return new BankDetails(holder, bankCode, accountNumber);
    }
}
