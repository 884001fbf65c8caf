import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { Icon } from '../icon';
import { Heading } from '../heading';
import { Picture } from '../picture';
import { bandAddress, groundAddress, rosetteAddress, sealAddress } from './guilloche';
import './certificate-paper.scss';

interface CertificatePaperProps {
  readonly title: string;
  /** Small line above the title: who issues it. */
  readonly issuer: string;
  readonly numberLabel: string;
  readonly number: string;
  /** What the seal stands for, for people who cannot see it. */
  readonly sealLabel: string;
  readonly children: ReactNode;
}

const paint = (address: string) => ({ backgroundImage: `url("${address}")` });

/** Looks like a document: engraved lines, a seal, a number. */
export function CertificatePaper({ title, issuer, numberLabel, number, sealLabel, children }: CertificatePaperProps) {
  return (
    <View className="ui-paper" style={paint(bandAddress)}>
      <View className="ui-paper-sheet" style={paint(groundAddress)}>
        <View className="ui-paper-rosette" style={paint(rosetteAddress)} />
        <View className="ui-paper-head">
          <View className="ui-paper-issuer">
            <Icon name="drop" colour="red" />
            {issuer}
          </View>
          <Heading level={1}>{title}</Heading>
        </View>
        <View className="ui-paper-body">{children}</View>
        <View className="ui-paper-foot">
          <View className="ui-paper-number">
            <View>{numberLabel}</View>
            <View className="ui-paper-digits">{number}</View>
          </View>
          <Picture className="ui-paper-seal" address={sealAddress} label={sealLabel} />
        </View>
      </View>
    </View>
  );
}
