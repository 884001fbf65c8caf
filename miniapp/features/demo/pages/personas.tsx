import { listPersonas } from '@contract/identity';
import { useQuery } from '@miniapp/platform/use-query';
import { say } from '@miniapp/features/account/words';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { DemoBand } from '../components/demo-band';
import { PersonaCard } from '../components/persona-card';
import { type Persona, usePersona } from '../use-persona';

definePageConfig({ navigationBarTitleText: '演示人物' });

const isPerson = ({ role }: Persona) => role === 'citizen' || role === 'visitor';

/** Synthetic people to sign in as. The server answers only while the simulators are on. */
export default function PersonasPage() {
  const personas = useQuery(listPersonas, {});
  const { busyId, problem, become } = usePersona();
  const cards = (items: readonly Persona[]) =>
    items.map(persona => (
      <PersonaCard
        key={persona.id}
        persona={persona}
        busy={busyId === persona.id}
        onPress={() => void become(persona)}
      />
    ));
  return (
    <Page title="演示人物">
      <Loaded query={personas} say={say}>
        {({ items }) => (
          <>
            <DemoBand />
            {problem && (
              <Notice tone="look" announce>
                {problem}
              </Notice>
            )}
            <Heading>献血者和亲属</Heading>
            {cards(items.filter(isPerson))}
            <Heading>工作人员</Heading>
            {cards(items.filter(persona => !isPerson(persona)))}
          </>
        )}
      </Loaded>
    </Page>
  );
}
