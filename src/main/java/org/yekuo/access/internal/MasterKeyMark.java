package org.yekuo.access.internal;

import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.YekuoException;

/**
 * Notices at the start that the master key is not the one this database was written with: nothing sealed could be read any more, and what is
 * sealed from now on could not be read with the right key.
 */
@Component
class MasterKeyMark {

    private static final String LEAVE = "insert into master_key_mark (mark) values (?) on conflict (one) do nothing";

    private static final String READ = "select mark from master_key_mark";

    MasterKeyMark(Secrets secrets, JdbcClient jdbc) {
        var mark = HexFormat.of().formatHex(secrets.key("mark", "HmacSHA256").getEncoded());
        jdbc.sql(LEAVE).param(mark).update();
        if (!jdbc.sql(READ).query(String.class).single().equals(mark)) {
            throw new YekuoException("access.other-master-key",
                    "主密钥与此数据库使用的不是同一个，已加密的个人信息和文件将无法读取：请恢复原来的主密钥（YEKUO_SECRETS_MASTER_KEY，演练时为数据目录下的 secrets/master-key）。"
                            + " / The master key is not the one this database was written with, so what it holds encrypted could not be read: restore the former one"
                            + " (YEKUO_SECRETS_MASTER_KEY; in a drill secrets/master-key in the data directory).");
        }
    }
}
