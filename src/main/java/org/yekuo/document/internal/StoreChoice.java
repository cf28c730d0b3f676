package org.yekuo.document.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files are kept: a folder of the data directory unless a bucket is named. */
@Configuration
class StoreChoice {

    @Bean
    FileStore fileStore(Sealing sealing) {
        return new FolderFileStore(sealing.folder());
    }
}
