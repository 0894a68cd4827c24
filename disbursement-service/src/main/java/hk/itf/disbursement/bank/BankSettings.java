package hk.itf.disbursement.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the simulated bank. */
@ConfigMapping(prefix = "itf.bank")
public interface BankSettings {

    /** File in which the bank keeps its own books, one JSON object a line. */
    @WithDefault("bank-ledger.jsonl")
    Path ledgerFile();

    /** Real time after which a late answer is given, and after which a booked payment bounces. */
    @WithDefault("5s")
    Duration lateAfter();
}
