package hk.itf.disbursement.payee;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Where money is to go. Its text never shows the number: that goes to the bank and nowhere else.
 *
 * @param holder the name on the account
 * @param bankCode three digits
 * @param accountNumber nine to twelve digits
 */
public record BankDetails(String holder, String bankCode, String accountNumber) {

    private static final Pattern BANK_CODE = Pattern.compile("[0-9]{3}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{9,12}");
    private static final int LONGEST_HOLDER = 140;

    public BankDetails {
        var faults = new ArrayList<Violation>();
        if (holder.isBlank() || holder.length() > LONGEST_HOLDER) {
            faults.add(new Violation("/holder", "wrong-length", "The holder has 1 to 140 characters."));
        }
        if (!BANK_CODE.matcher(bankCode).matches()) {
            faults.add(new Violation("/bankCode", "not-a-bank-code", "A bank code has three digits."));
        }
        if (!ACCOUNT.matcher(accountNumber).matches()) {
            faults.add(new Violation("/accountNumber", "not-an-account", "An account number has 9 to 12 digits."));
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
