package hk.itf.disbursement.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of the simulated bank. */
@ConfigMapping(prefix = "itf.bank")
public interface BankSettings {

    /** Where the bank keeps its own books, one JSON object a line. */
    @WithDefault("bank-ledger.jsonl")
    Path ledgerFile();

    /** How long a late bank takes to answer, in real time; also how long after booking it sends money back. */
    @WithDefault("5s")
    Duration lateAfter();
}
