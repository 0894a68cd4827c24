package hk.itf.disbursement.proposal;

import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to withdraw a proposal. */
@Schema(examples = "{\"reason\":\"Recorded against the wrong receivable\"}")
public record Withdrawal(
        @NotBlankText @Size(max = 500) @PlainText(lines = true)
        String reason) {}
