package hk.itf.disbursement.payee;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * A bank account in Hong Kong that payments go to. Only the bank receives the full account number; {@link #toString}
 * masks the number. The constructor throws {@code invalid-request} with every invalid field.
 *
 * @param holder the name on the account, 1 to 140 characters
 * @param bankCode 3 digits
 * @param accountNumber 9 to 12 digits
 */
public record BankDetails(String holder, String bankCode, String accountNumber) {

    private static final Pattern BANK_CODE = Pattern.compile("[0-9]{3}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{9,12}");
    private static final int LONGEST_HOLDER = 140;

    public BankDetails {
        var faults = new ArrayList<Violation>();
        if (holder.isBlank() || holder.length() > LONGEST_HOLDER) {
            faults.add(Violation.of("/holder", "wrong-length.characters", value("max", LONGEST_HOLDER)));
        }
        if (!BANK_CODE.matcher(bankCode).matches()) {
            faults.add(Violation.of("/bankCode", "not-a-bank-code"));
        }
        if (!ACCOUNT.matcher(accountNumber).matches()) {
            faults.add(Violation.of("/accountNumber", "not-an-account"));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalidFields(faults);
        }
    }

    String masked() {
        return "*".repeat(accountNumber.length() - 3) + accountNumber.substring(accountNumber.length() - 3);
    }

    @Override
    public String toString() {
        return "bank " + bankCode + ", account " + masked();
    }
}
