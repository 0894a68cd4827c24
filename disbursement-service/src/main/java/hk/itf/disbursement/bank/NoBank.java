package hk.itf.disbursement.bank;

import java.util.List;

/** Stands for the bank where none is configured. Nothing can be released, so that no instruction ever comes here. */
final class NoBank implements PaymentGateway {

    @Override
    public boolean isConnected() {
        return false;
    }

    @Override
    public void instruct(PaymentInstruction instruction) {
        throw new IllegalStateException("no bank is configured for the instruction " + instruction.endToEndId());
    }

    @Override
    public List<BankAnswer> answersAfter(long position) {
        return List.of();
    }
}
